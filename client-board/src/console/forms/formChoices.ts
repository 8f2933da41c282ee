// forms/ — what there is to choose from: people, bays, operations, work of the table, moments to begin with.
import { isOpen } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation, StaffMember } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Role } from '@zhunshi/shared/domain/words.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import type { FormWords } from '@zhunshi/shared/i18n/formWords.ts';
import { operationName, workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import { listText, nameOf, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Option, WorkChoice } from './commandForm.ts';

/** As many as stand in two rows. */
const mostUsual = 8;

export interface WorkOffer {
  choices: WorkChoice[];
  usual: WorkChoice[];
}

/** Words of the forms in the language of the screen. */
export function formWordsOf({ language }: ShopView): FormWords {
  return formWords[language];
}

/** Options of a closed set with its words. */
export function optionsOf<const Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
): Option[] {
  return values.map((value) => ({ value, text: texts[value] }));
}

/** A moment as a field of date and time begins with it: shop-local `YYYY-MM-DDTHH:MM`; '' for none. */
export function fieldMoment({ timeZone }: ShopView, at: Instant | null): string {
  return at === null ? '' : `${localDay(at, timeZone)}T${localTime(at, timeZone)}`;
}

/** A moment so many minutes from now, rounded up to the next ten. */
export function soon({ asOf }: ShopView, minutes: number): Instant {
  const ten = 600_000;
  return Math.ceil((asOf + minutes * 60_000) / ten) * ten;
}

/** People by name, those who pass. */
export function staffOptions(view: ShopView, passes: (member: StaffMember) => boolean): Option[] {
  return Object.values(view.state.staff)
    .filter(passes)
    .map(({ id }) => ({ value: id, text: nameOf(view, id) }));
}

/** True of people with a role. */
export function hasRole(role: Role): (member: Pick<StaffMember, 'roles'>) => boolean {
  return ({ roles }) => roles.includes(role);
}

/** Bays in the order of the floor, those that can do one of the work types; all where none is named. */
export function bayOptions(view: ShopView, workTypes: readonly string[] = []): Option[] {
  return Object.values(view.state.bays)
    .filter((bay) => workTypes.length === 0 || bay.workTypes.some((one) => workTypes.includes(one)))
    .sort((a, b) => a.position - b.position)
    .map(({ code, workTypes: types }) => ({
      value: code,
      text: `${code} ${listText(
        view,
        types.map((one) => workTypeName(one, view.language)),
      )}`,
    }));
}

/** Operations of a job, those that pass. */
export function operationOptions(view: ShopView, job: Job, passes: (operation: Operation) => boolean): Option[] {
  return job.operations.filter(passes).map((one) => ({ value: one.id, text: operationName(one, view.language) }));
}

/** Service types in the language of the screen. */
export function serviceOptions({ shop, language }: ShopView): Option[] {
  return shop.serviceTypes.map(({ code, zh, en }) => ({ value: code, text: (language === 'zh-CN' ? zh : en) || code }));
}

/** Work to choose from: the standard-time table, what this service type has most often first; and of that what is usual. */
export function workChoices({ shop, state }: ShopView, serviceType: string | null): WorkOffer {
  const counts = new Map<string, number>();
  for (const job of Object.values(state.jobs)) {
    const numbers = new Set(
      job.orders.filter((order) => order.serviceType === serviceType).map(({ number }) => number),
    );
    const asked = job.operations.filter(({ kind, order }) => kind === 'work' && order !== null && numbers.has(order));
    for (const { name } of asked) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const count = ({ name }: WorkChoice): number => counts.get(name) ?? 0;
  const choices = shop.operations
    .map(({ name, minutes }): WorkChoice => ({ name, minutes }))
    .sort((a, b) => count(b) - count(a));
  return { choices, usual: choices.filter((one) => count(one) > 0).slice(0, mostUsual) };
}

/** Open visits by plate, those that pass. */
export function jobOptions(view: ShopView, passes: (job: Job) => boolean): Option[] {
  return Object.values(view.state.jobs)
    .filter((job) => isOpen(job) && passes(job))
    .map((job) => ({ value: job.id, text: `${plateOf(view, job)} ${job.orders[0]?.number ?? ''}`.trim() }));
}

/** The advisor to begin with: the person who looks, where they are one, else the first. */
export function firstAdvisor(view: ShopView): string {
  const advisors = staffOptions(view, hasRole('advisor'));
  return (advisors.find(({ value }) => value === view.me) ?? advisors[0])?.value ?? '';
}
