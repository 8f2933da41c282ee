// forms/ — people and days: a break, planned leave, the hours of one day.
import { isOpen, promiseOf } from '@zhunshi/shared/domain/job.ts';
import type { SpecialDay, StaffMember } from '@zhunshi/shared/domain/state.ts';
import { dayKinds } from '@zhunshi/shared/domain/words.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { addDays, localDay } from '@zhunshi/shared/time/shopTime.ts';
import { hoursOf } from '@zhunshi/shared/time/workCalendar.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { CommandForm, Told } from './commandForm.ts';
import { fieldMoment, formWordsOf, optionsOf, soon } from './formChoices.ts';
import { windowsOf, windowsText } from './openingHours.ts';
import { momentField } from './visitFields.ts';

export function breakForm(view: ShopView, { id }: StaffMember): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'StartBreak',
    heading: say.ofWhat(view.commands.StartBreak, nameOf(view, id)),
    fields: () => [
      { ...momentField('until', say.fields.until, fieldMoment(view, soon(view, 30))), hint: say.optional },
    ],
    wish: (answers) => ({ type: 'StartBreak', staff: id, until: answers.moment('until') }),
  };
}

/** The leave that is planned, to keep or to take away, and one more. */
export function leaveForm(view: ShopView, { id, leave }: StaffMember): CommandForm {
  const say = formWordsOf(view);
  const texts = leave.map(({ from, to }) => (from === to ? from : `${from} – ${to}`));
  const options = texts.map((text, index) => ({ value: String(index), text }));
  return {
    type: 'SetLeave',
    heading: say.ofWhat(view.commands.SetLeave, nameOf(view, id)),
    fields: () => [
      ...(options.length > 0
        ? [
            {
              kind: 'many' as const,
              name: 'kept',
              label: say.fields.leave,
              options,
              initial: options.map(({ value }) => value),
            },
          ]
        : []),
      { kind: 'date', name: 'from', label: say.fields.firstDay, hint: say.optional },
      { kind: 'date', name: 'to', label: say.fields.lastDay, hint: say.optional },
    ],
    wish: (answers) => {
      const from = answers.text('from');
      const kept = leave.filter((_, index) => answers.list('kept').includes(String(index)));
      const more = from === '' ? [] : [{ from, to: answers.text('to') || from }];
      return { type: 'SetLeave', staff: id, leave: [...kept, ...more] };
    },
  };
}

const usual = 'usual';

/** How many cars a day with other hours concerns, said before it is confirmed [SET-17]. */
export function carsOfDayTold(view: ShopView, day: string): Told[] {
  const say = formWordsOf(view).told;
  const isThen = (at: Instant | null | undefined): boolean =>
    at !== null && at !== undefined && localDay(at, view.timeZone) === day;
  const open = Object.values(view.state.jobs).filter(isOpen);
  const booked = open.filter(({ checkedInAt, arrivalAt }) => checkedInAt === null && isThen(arrivalAt)).length;
  const promised = open.filter((job) => isThen(promiseOf(job)?.promisedAt)).length;
  if (booked + promised === 0) return [{ mark: 'inOrder', text: say.dayFree }];
  return [{ mark: 'tight', text: say.dayHas(booked, promised) }];
}

/** A day with hours of its own: a holiday, overtime; or the usual ones again. */
export function dayHoursForm(view: ShopView, day: string | null): CommandForm {
  const say = formWordsOf(view);
  const first = day ?? addDays(localDay(view.asOf, view.timeZone), 1);
  const kinds = [...optionsOf(dayKinds, view.words.dayKinds), { value: usual, text: say.usual }];
  return {
    type: 'SetDayHours',
    heading: view.commands.SetDayHours,
    fields: (entered) => {
      const chosen = entered.text('day') || first;
      const kind = entered.text('kind') || (view.shop.calendar[chosen]?.kind ?? '');
      const wantsHours = kind === 'overtime' || kind === 'special';
      return [
        { kind: 'date', name: 'day', label: say.fields.day, initial: first, required: true },
        { kind: 'choice', name: 'kind', label: say.fields.dayKind, options: kinds, initial: kind, required: true },
        ...(wantsHours
          ? [
              {
                kind: 'hours' as const,
                name: 'windows',
                label: say.fields.windows,
                hint: say.hints.windows,
                initial: windowsText(hoursOf(view.shop, chosen)),
                required: true,
              },
            ]
          : []),
      ];
    },
    told: (answers) => carsOfDayTold(view, answers.text('day')),
    wish: (answers) => {
      const kind = answers.oneOf('kind', dayKinds);
      const windows = kind === 'holiday' ? [] : windowsOf(answers.text('windows'));
      const hours: SpecialDay | null = kind === null ? null : { kind, windows };
      return { type: 'SetDayHours', day: answers.text('day'), hours };
    },
  };
}
