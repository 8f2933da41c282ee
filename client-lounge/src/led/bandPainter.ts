// led/ — keeps a canvas equal to the bands: only what has changed since the last time is painted.
import type { DotFonts } from './dotFont.ts';
import type { Band } from './drawList.ts';
import { paintBand } from './paint.ts';

/** The bands that differ from those painted before, by id and look. `painted` maps ids to looks. */
export function changedBands(painted: ReadonlyMap<string, string>, bands: readonly Band[]): Band[] {
  return bands.filter((band) => painted.get(band.id) !== lookOf(band));
}

function lookOf(band: Band): string {
  return JSON.stringify(band);
}

/** A painter for one canvas. It gives the canvas its size, and then paints everything anew. */
export function bandPainter(canvas: HTMLCanvasElement, fonts: DotFonts) {
  const context = canvas.getContext('2d', { alpha: false });
  let painted = new Map<string, string>();
  return (bands: readonly Band[], columns: number, rows: number): void => {
    if (context === null) return;
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns;
      canvas.height = rows;
      painted = new Map();
    }
    for (const band of changedBands(painted, bands)) paintBand(context, band, fonts);
    painted = new Map(bands.map((band) => [band.id, lookOf(band)]));
  };
}
