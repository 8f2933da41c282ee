// phone/work/ — the shop's table of standard times → what to choose additional work from: what is done most often of the same kind first.
import type { Job, Operation, ShopState, StandardTime } from '@zhunshi/shared/domain/state.ts';

/**
 * Work that can be proposed, the likeliest first: of the same work type, then by how often the shop has done it, then as the table lists
 * it; what the car has already is left out. With something typed: what has all of its words in its name, of any kind.
 */
export function extraChoices(
  state: ShopState,
  { operations }: Pick<Job, 'operations'>,
  foundIn: Pick<Operation, 'workType'>,
  typed: string,
): StandardTime[] {
  const there = new Set(typed.trim() === '' ? operations.map(({ name }) => name) : []);
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = timesDone(state);
  const same = ({ workType }: StandardTime): number => Number(workType === foundIn.workType);
  return (state.shop?.operations ?? [])
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => !there.has(line.name) && parts.every((part) => line.name.toLowerCase().includes(part)))
    .sort(
      (a, b) =>
        same(b.line) - same(a.line) ||
        (counts.get(b.line.name) ?? 0) - (counts.get(a.line.name) ?? 0) ||
        a.place - b.place,
    )
    .map(({ line }) => line);
}

function timesDone({ learned, jobs }: ShopState): Map<string, number> {
  const counts = new Map(Object.entries(learned).map(([name, { count }]) => [name, count]));
  for (const { operations } of Object.values(jobs)) {
    for (const { name } of operations) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
