// phone/work/ — the shop's table of standard times → what to choose additional work from: of the same kind, and what such cars had, first.
import { openProposals } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation, StandardTime } from '@zhunshi/shared/domain/state.ts';
import type { ShopView } from '../../console/desk/shopView.ts';

/** A whole service is ordered, not found: the table tells it by its name alone. */
const wholeService = /保养|常规检查|\bservice\b|\bmaintenance\b/i;

type Seen = Pick<ShopView, 'state' | 'directory'>;

/**
 * Work that can be proposed, the likeliest first: of the work type at hand; then what a car of this model had before; then by how often
 * it was found in any car, and by how often it was done; then as the table lists it. What the car has, or is asked about already, and
 * whole services are left out. With something typed: what has all of its words in its name, of any kind.
 */
export function extraChoices(
  { state, directory }: Seen,
  job: Job,
  foundIn: Pick<Operation, 'workType'>,
  typed: string,
): StandardTime[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const suggests = parts.length === 0;
  const there = new Set(namesOf([...job.operations, ...openProposals(job).flatMap(({ operations }) => operations)]));
  const { found, done, onModel } = seenBefore({ state, directory }, directory.vehicles[job.vehicle]?.model ?? '');
  return (state.shop?.operations ?? [])
    .filter(({ name }) =>
      suggests
        ? !there.has(name) && !wholeService.test(name)
        : parts.every((part) => name.toLowerCase().includes(part)),
    )
    .map((line) => {
      const { name, workType } = line;
      const figures = [found.get(name) ?? 0, done.get(name) ?? 0];
      return { line, rank: [Number(workType === foundIn.workType), Number(onModel.has(name)), ...figures] };
    })
    .sort((a, b) => byRank(a.rank, b.rank))
    .map(({ line }) => line);
}

/** How often each piece of work was found and done, and what cars of that model had. */
function seenBefore({ state, directory }: Seen, model: string) {
  const done = new Map(Object.entries(state.learned).map(([name, { count }]) => [name, count]));
  const found = new Map<string, number>();
  const onModel = new Set<string>();
  for (const { operations, proposals, vehicle } of Object.values(state.jobs)) {
    const proposed = namesOf(proposals.flatMap((proposal) => proposal.operations));
    const planned = namesOf(operations);
    for (const name of proposed) found.set(name, (found.get(name) ?? 0) + 1);
    for (const name of planned) done.set(name, (done.get(name) ?? 0) + 1);
    if (model === '' || directory.vehicles[vehicle]?.model !== model) continue;
    for (const name of [...proposed, ...planned]) onModel.add(name);
  }
  return { found, done, onModel };
}

function namesOf(operations: readonly { name: string }[]): string[] {
  return operations.map(({ name }) => name);
}

/** The higher first, figure by figure; what is equal stays as the table lists it. */
function byRank(a: readonly number[], b: readonly number[]): number {
  return a.map((figure, place) => (b[place] ?? 0) - figure).find((difference) => difference !== 0) ?? 0;
}
