// demo/ — the sample's days of orders, moved to another day: dates and order numbers alike.
import { addDays, daysBetween } from '@zhunshi/shared/time/shopTime.ts';
import { sampleDay } from '../access/sample.ts';
import { decodeFile } from '../import/decodeFile.ts';

const days = [
  { file: 'day-2026-11-23.csv', day: '2026-11-23' },
  { file: 'day-2026-11-26-gb18030.csv', day: '2026-11-26' },
] as const;

/**
 * A day of orders as a file in UTF-8, as if it had been written for another day; the sample's two days take turns.
 *
 * @param day shop-local day `YYYY-MM-DD` that it is for
 * @param turn 0 for the first day of the demo, 1 for the second …
 */
export async function ordersFor(day: string, turn: number): Promise<Uint8Array> {
  const sample = days[turn % days.length] ?? days[0];
  const decoded = decodeFile(await sampleDay(sample.file));
  if (!decoded) throw new Error('The sample day is no text');
  return Buffer.from(movedTo(decoded.text, sample.day, day), 'utf8');
}

/** The text with every date moved by as many days, and the day in the order numbers replaced. */
export function movedTo(text: string, from: string, to: string): string {
  const shift = daysBetween(from, to);
  const moved = text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => addDays(date, shift));
  return moved.replaceAll(`WT${from.replaceAll('-', '')}`, `WT${to.replaceAll('-', '')}`);
}
