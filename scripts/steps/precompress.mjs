// Step: what a client is made of lies compressed beside itself, better than a server could do it while somebody waits.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Less than this is sent as it is: a packet is a packet. */
const smallestBytes = 256;

/**
 * Writes `x.js.br` and `x.js.gz` beside each script and style of a build, where they are smaller.
 * @param {string} dist folder of the build
 */
export function precompress(dist) {
  const assets = join(dist, 'assets');
  if (!existsSync(assets)) return;
  for (const name of readdirSync(assets)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const content = readFileSync(join(assets, name));
    if (content.length < smallestBytes) continue;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, { params: quality }));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
