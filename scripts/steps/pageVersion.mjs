// For the builds of the pages: which build a page is. The page knows it as `PAGE_VERSION`, and the server reads it from `version.txt`
// beside the page, so that a screen that still shows an old page is found [DSPL-4].
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const notSources = new Set(['node_modules', 'dist', 'testing']);

/**
 * @param {string} folder
 * @returns {string[]} paths of the source files below it, in the order of their names
 */
function sourcesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : sourcesIn(path);
    return entry.isFile() && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

/**
 * @param {string} client folder of the client
 * @returns {string} such as `0.1.0-5f3a9c1e`: another one whenever a source of its pages is another
 */
function pageVersionOf(client) {
  const hash = createHash('sha256');
  for (const path of [...sourcesIn(join(root, 'shared')), ...sourcesIn(join(root, client))])
    hash.update(readFileSync(path));
  const { version } = /** @type {{version: string}} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return `${version}-${hash.digest('hex').slice(0, 8)}`;
}

/**
 * A plugin for vite.
 * @param {string} client folder of the client
 */
export function pageVersion(client) {
  const version = pageVersionOf(client);
  return {
    name: 'zhunshi-page-version',
    config: () => ({ define: { PAGE_VERSION: JSON.stringify(version) } }),
    /** @this {{emitFile: (file: {type: 'asset', fileName: string, source: string}) => unknown}} */
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'version.txt', source: `${version}\n` });
    },
  };
}
