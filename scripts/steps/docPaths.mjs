// Check: paths of this repository that the documents name are there; `path#name` also, that the file speaks of the name.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const folders = ['shared', 'server', 'client-board', 'client-lounge', 'bench', 'e2e', 'docs', 'scripts', '.ci'];
const repoPath = new RegExp(
  `^(${folders.map((folder) => folder.replace('.', '[.]')).join('|')})/[\\w./*{},-]*(#\\w+)?$`,
);
/** Made by a build, so not there in a fresh clone. */
const built = /(^|\/)(dist|node_modules)(\/|$)/;

/**
 * @param {string} text of a document
 * @returns {string[]} paths of the repository in backticks, `{a,b}` written out, in their order
 */
export function pathsIn(text) {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, quoted = '']) => quoted)
    .filter((quoted) => repoPath.test(quoted) && !built.test(quoted))
    .flatMap(alternatives);
}

/**
 * @param {string} path `shop/{push,tail}.ts`
 * @returns {string[]} `shop/push.ts`, `shop/tail.ts`
 */
function alternatives(path) {
  const match = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path);
  if (match === null) return [path];
  const [, before = '', inner = '', after = ''] = match;
  return inner.split(',').flatMap((one) => alternatives(`${before}${one}${after}`));
}

/**
 * @param {string} path as `pathsIn` gives it; with a `*` only the folder before it is looked for
 * @param {string} folder that paths are relative to
 * @returns {boolean}
 */
export function isThere(path, folder) {
  const [file = '', name] = path.split('#', 2);
  const star = file.indexOf('*');
  const place = join(folder, star < 0 ? file : file.slice(0, file.lastIndexOf('/', star)));
  if (!existsSync(place)) return false;
  return name === undefined || new RegExp(`\\b${name}\\b`).test(readFileSync(place, 'utf8'));
}

/** @returns {string[]} the documents of the repository, relative to its root */
function documents() {
  const pages = readdirSync(root).filter((name) => /^(README|NOTICES).*[.]md$/.test(name));
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return [...pages, ...docs];
}

function check() {
  const lost = documents().flatMap((page) =>
    pathsIn(readFileSync(join(root, page), 'utf8'))
      .filter((path) => !isThere(path, root))
      .map((path) => `${page}: \`${path}\` is not there`),
  );
  for (const sentence of lost) console.log(sentence);
  return lost.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = check();
