// domain/deciders/ — putting right what was written down wrong of a visit, and what is only learned later: where the customer is,
// which visit it comes back from.
import { whyNotComeback } from '../comebacks.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { isHere } from '../job.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { CorrectableField, CorrectedValue, Job, ShopState } from '../state.ts';
import { hereJob, openJob } from './found.ts';
import { jobHere, washWanted, whyNotAdvisor, whyNotServiceType } from './reception.ts';

/** What is written down of a visit now, field by field, in the order of the check-in slip. */
const writtenDown: Readonly<Record<CorrectableField, (job: Job) => CorrectedValue>> = {
  vehicle: ({ vehicle }) => vehicle,
  customer: ({ customer }) => customer,
  advisor: ({ advisor }) => advisor,
  mileageKm: ({ mileageKm }) => mileageKm,
  serviceType: ({ orders }) => orders[0]?.serviceType ?? null,
  payer: ({ orders }) => orders[0]?.payer ?? null,
  waits: ({ waits }) => waits,
  loungeLabel: ({ loungeLabel }) => loungeLabel,
  keepsOldParts: ({ keepsOldParts }) => keepsOldParts,
  wash: (job) => washOfJob(job) !== undefined,
  keyTag: ({ keyTag }) => keyTag,
};
const fields = Object.keys(writtenDown) as CorrectableField[];

/**
 * Puts right what was written down wrong of an open visit; what stood there before is kept [COR-1]. Car and customer are
 * references: a wrong plate is another car, which comes back from no visit of the first [CMB-1]. Refused: what the shop does not know, a car that is here by another visit, a wash
 * that is under way [COR-2].
 */
export function correctJob(state: ShopState, command: CommandOf<'CorrectJob'>): Result<DomainEvent[]> {
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const no = whyNotCorrect(state, job, command);
  if (no) return refused(no);
  const events = fields.flatMap((field): DomainEvent[] => {
    const from = writtenDown[field](job);
    const to = command[field];
    return to === undefined || to === from ? [] : [{ type: 'JobCorrected', job: job.id, field, from, to }];
  });
  const { vehicles = [], persons = [] } = command.renewed ?? {};
  const renewed: DomainEvent[] =
    vehicles.length + persons.length > 0 ? [{ type: 'DirectoryRenewed', vehicles, persons }] : [];
  const otherCar = command.vehicle !== undefined && command.vehicle !== job.vehicle;
  const unlinked: DomainEvent[] =
    otherCar && job.comebackOf !== null ? [{ type: 'ComebackLinked', job: job.id, of: null }] : [];
  return accepted([...events, ...washWanted(state, job, command.wash), ...unlinked, ...renewed]);
}

function whyNotCorrect(state: ShopState, job: Job, command: CommandOf<'CorrectJob'>): Refusal | null {
  const no = whyNotAdvisor(state, command.advisor) ?? whyNotServiceType(state, command.serviceType);
  if (no) return no;
  const there = command.vehicle !== undefined && isHere(job) ? jobHere(state, command.vehicle) : undefined;
  if (there && there.id !== job.id) return refusal('carAlreadyHere', { job: there.id });
  const wash = washOfJob(job);
  if (command.wash === true && !wash && job.readyAt !== null) return refusal('alreadyReady', { job: job.id });
  if (command.wash === false && wash && wash.status !== 'planned') {
    return refusal('workBegun', { job: job.id, operation: wash.id });
  }
  return null;
}

function washOfJob({ operations }: Job): Job['operations'][number] | undefined {
  return operations.find(({ kind }) => kind === 'wash');
}

/** Where the customer of a car that is here is now [COR-3]. */
export function setWhereabouts(state: ShopState, command: CommandOf<'SetWhereabouts'>): Result<DomainEvent[]> {
  const here = hereJob(state, command.job);
  if (!here.ok) return here;
  const { id, waits } = here.value;
  return accepted(waits === command.waits ? [] : [{ type: 'WhereaboutsChanged', job: id, waits: command.waits }]);
}

/** Links a visit to the one that it comes back from, or to none again [CMB-1]. Refused: that was another car's, is not over, or was too long ago. */
export function linkComeback(
  state: ShopState,
  command: CommandOf<'LinkComeback'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const { of } = command;
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  const { id, vehicle, bookedAt, checkedInAt, comebackOf } = found.value;
  if (comebackOf === of) return accepted([]);
  const later = { vehicle, agreedAt: bookedAt, cameAt: checkedInAt ?? at };
  const no = of === null ? null : whyNotComeback(state, of, later);
  return no ? refused(no) : accepted([{ type: 'ComebackLinked', job: id, of }]);
}
