// import/ — bytes to text: the encoding is found from the bytes themselves, since nobody knows how their spreadsheet saved [IMP-8].
import type { ImportEncoding } from '@zhunshi/shared/wire/importPreview.ts';
import { FIRST_HEADING } from './columns.ts';

export interface DecodedFile {
  /** Bytes that are none of the encoding stand as U+FFFD. */
  text: string;
  encoding: ImportEncoding;
}

/** Marks at the beginning of a file that name its encoding. */
const marks: readonly [encoding: ImportEncoding, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads a file as its mark says; without one as UTF-8 if it is that, else as GB18030 (or UTF-8 with broken bytes), whichever
 * is right. Null: it is neither.
 *
 * @param isRight tells a text of the kind that is expected; left out: an order file, by its headings
 */
export function decodeFile(
  bytes: Uint8Array,
  isRight: (text: string) => boolean = (text) => text.includes(FIRST_HEADING),
): DecodedFile | null {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decoded(bytes, marked[0]);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8');
  const guesses: ImportEncoding[] = ['gb18030', 'utf-8'];
  return guesses.map((encoding) => decoded(bytes, encoding)).find(({ text }) => isRight(text)) ?? null;
}

function decoded(bytes: Uint8Array, encoding: ImportEncoding): DecodedFile {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
