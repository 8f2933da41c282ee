// inspect/ — what an inspector has ticked → the commands that pass the car or send it back, and what still keeps it from that.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Wish } from '../../live/wish.ts';
import { wholeDefect } from './inspectionDraft.svelte.ts';
import type { InspectionDraft } from './inspectionDraft.svelte.ts';
import type { InspectionSheet } from './inspectionSheet.ts';

type Ticked = Pick<InspectionDraft, 'markOf' | 'defects' | 'note'>;

/** Points that nobody has looked at yet. */
export function openPoints({ points }: Pick<InspectionSheet, 'points'>, draft: Pick<Ticked, 'markOf'>): string[] {
  return points.filter((point) => draft.markOf(point) === null);
}

/** True when each defect says of which work it is, what it is, and how long it takes. */
export function defectsWhole({ defects }: Pick<Ticked, 'defects'>): boolean {
  return defects.length > 0 && defects.every((one) => wholeDefect(one) !== null);
}

export function passWish({ job, inspection, points }: InspectionSheet): Wish {
  return { type: 'PassInspection', job: job.id, operation: inspection.id, points: [...points] };
}

/** Sends the car back. The points where defects were found go before the note: that is how those who do it again read it. */
export function failWish(job: Job, level: 'leader' | 'final', draft: Ticked): Wish {
  const defects = draft.defects.flatMap((one) => wholeDefect(one) ?? []);
  const points = [...new Set(draft.defects.flatMap(({ point }) => point ?? []))].join(' / ');
  const note = [points, draft.note.trim()].filter(Boolean).join(': ').slice(0, 500);
  const said = note === '' ? { note: null } : { personal: { note } };
  return { type: 'FailInspection', job: job.id, level, defects, ...said };
}
