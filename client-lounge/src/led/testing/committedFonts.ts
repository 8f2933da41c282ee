// testing/ — the dot fonts of the repository, read from disk for tests.
import { readFileSync } from 'node:fs';
import { decodeDotFont } from '../dotFont.ts';
import type { DotFont, DotFonts } from '../dotFont.ts';

function read(file: string): DotFont {
  return decodeDotFont(readFileSync(new URL(`../../../font/${file}`, import.meta.url)));
}

export function committedFonts(): DotFonts {
  return { 16: read('led16.bin'), 24: read('led24.bin') };
}
