// led/ — breaks a text into lines: between words, or between ideographs, never before a mark that ends something.
import type { DotFont } from './dotFont.ts';
import { textWidth } from './measure.ts';

/** What may stand at the end of a line, but not at the start of one. */
const closing = /[\s，。！？；：、）》”’,.!?;:)%]/;
/** Pieces that are not broken: a word of letters and digits with what follows it, or a single other character. */
const pieces = /[A-Za-z0-9'’\-/:.·*&@#]+[^\S\n]*|[^]/g;

/** The lines of a text, none wider than `room` LEDs, but for a single word that is. */
export function wrapText(font: DotFont, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(pieces) ?? []) {
    const fits = textWidth(font, `${line}${piece}`.trim()) <= room;
    // A mark goes with what it ends, even where that is moved to the next line with it.
    if (fits || line === '') line += piece;
    else if (closing.test(piece) && line.length > 1) {
      const characters = Array.from(line);
      const last = characters.pop() ?? '';
      lines.push(characters.join('').trim());
      line = `${last}${piece}`;
    } else {
      lines.push(line.trim());
      line = piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** A part of a Chinese sentence, with the mark that ends it. */
const clause = /[^，。；！？：]+[，。；！？：]*/g;

/** The lines where each ends with a part of the sentence; null where a part is wider than a line. */
function clauseLines(font: DotFont, text: string, room: number): string[] | null {
  const lines: string[] = [];
  for (const part of text.match(clause) ?? []) {
    const last = lines[lines.length - 1];
    if (textWidth(font, part.trim()) > room) return null;
    if (last !== undefined && textWidth(font, `${last}${part}`) <= room) lines[lines.length - 1] = `${last}${part}`;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
}

/** The lines of a text, as many as need be and about equally wide: no single word is left for the last. */
export function balancedLines(font: DotFont, text: string, room: number): string[] {
  const lines = wrapText(font, text, room);
  if (lines.length < 2) return lines;
  const clauses = clauseLines(font, text, room);
  if (clauses !== null && clauses.length <= lines.length) return clauses;
  let [tooNarrow, enough] = [Math.floor(room / 2), room];
  while (enough - tooNarrow > font.size / 4) {
    const middle = Math.floor((enough + tooNarrow) / 2);
    const tried = wrapText(font, text, middle);
    const fits = tried.length === lines.length && tried.every((line) => textWidth(font, line) <= middle);
    if (fits) enough = middle;
    else tooNarrow = middle;
  }
  return wrapText(font, text, enough);
}
