// console/import/ — what may be applied of a preview, and the lines in which a finished import is told.
import type { ImportWords } from '@zhunshi/shared/i18n/importWords.ts';
import type { ImportAnswer, ImportPreview } from '@zhunshi/shared/wire/importPreview.ts';

/** Rows that would be applied: none while the file has a fault [IMP-1], changed ones only when asked [IMP-3]. */
export function applicable({ faults, counts }: ImportPreview, withChanges: boolean): number {
  if (faults.length > 0) return 0;
  return counts.new + counts.joins + (withChanges ? counts.changed : 0);
}

/** Why there is nothing to apply, null when there is something, or when faults say it already. */
export function whyNothing(preview: ImportPreview, withChanges: boolean, words: ImportWords): string | null {
  if (preview.faults.length > 0 || applicable(preview, withChanges) > 0) return null;
  if (preview.counts.changed > 0) return words.onlyChanged;
  return preview.counts.locked > 0 ? words.nothingLocked : words.nothing;
}

/** What an import did, a line for each thing that happened. */
export function importStory({ counts, changesApplied }: ImportAnswer, words: ImportWords): string[] {
  const { done } = words;
  const booked = counts.new + counts.joins;
  return [
    booked > 0 ? done.booked(booked) : null,
    counts.joins > 0 ? done.joined(counts.joins) : null,
    counts.changed > 0 ? (changesApplied ? done.changed(counts.changed) : done.kept(counts.changed)) : null,
    counts.locked > 0 ? done.locked(counts.locked) : null,
    counts.same > 0 ? done.same(counts.same) : null,
  ].filter((line) => line !== null);
}
