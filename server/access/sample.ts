// access/ — the sample shop and its days: files beside the server, found from the sources and from the built file alike.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `server/access` and `server/dist` lie equally deep. */
const folder = join(import.meta.dirname, '..', 'sample');

/** The sample's shop file, parsed. */
export async function sampleShopFile(): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'shop.json'), 'utf8'));
}

/** A day of the sample as its bytes. */
export function sampleDay(name: 'day-2026-11-23.csv' | 'day-2026-11-26-gb18030.csv'): Promise<Buffer> {
  return readFile(join(folder, name));
}
