import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import { sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import { commandWords } from '@zhunshi/shared/i18n/commandWords.ts';
import {
  arrived,
  book,
  call,
  handOver,
  hold,
  inspecting,
  propose,
  quote,
  ready,
  settle,
  worked,
  working,
} from '@zhunshi/shared/testing/commandsOf.ts';
import type { Wish } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock, uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { at, given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it, test } from 'vitest';
import { answersTo } from '../testing/answersTo.ts';
import { viewOf } from '../testing/viewOf.ts';
import type { Values } from './answers.ts';
import { formFor } from './formFor.ts';
import { fieldProblems } from './formProblems.ts';
import { initialValues } from './initialValues.ts';
import { ordersToSplit } from './ordersApart.ts';
import { subjectOf } from './formSubject.ts';
import type { FormSubject } from './formSubject.ts';

/** Commands that a button gives at once, or a dialog of its own completes. */
const withoutForm: CommandType[] = [
  'ImportOrders',
  'ChangeSetUp',
  'ReleaseBay',
  'Dispatch',
  'Recall',
  'StartOperation',
  'HoldOperation',
  'PartsArrived',
  'ResumeOperation',
  'FinishOperation',
  'ContinueWork',
  'WithdrawWork',
  'MarkReady',
  'TakeBackReady',
  'CallInLounge',
  'PostNotice',
  'RemoveNotice',
  'Settle',
  'Undo',
  'AcknowledgeAlarm',
  'SnoozeAlarm',
  'EscalateAlarm',
  'SetAttendance',
  'EndBreak',
  'CloseBay',
  'OpenBay',
];
const types = Object.keys(commandWords.en) as CommandType[];
const givenByPeople = types.filter((type) => sendersOf(type).length > 0);

/** A car that waits, one at work with priced additional work, one that is held, one in its inspection, one that is ready, one that is gone. */
const day = (): Scenario =>
  given(
    ...ready('WT6'),
    ...ready('WT7'),
    handOver('WT7'),
    ...inspecting('WT5'),
    ...arrived('WT1'),
    ...working('WT2', 'L2', 'mei', { operations: ['Oil'] }),
    propose('WT2', 'o1'),
    quote('WT2'),
    book('WT3'),
  );

const subjects: FormSubject[] = [
  subjectOf('BookJob'),
  subjectOf('ReceiveWalkIn'),
  subjectOf('CheckIn', { job: 'WT3' }),
  subjectOf('Rebook', { job: 'WT3' }),
  subjectOf('CancelJob', { job: 'WT3' }),
  subjectOf('ReserveBay', { job: 'WT3' }),
  subjectOf('ReserveBay', { bay: 'L1' }),
  subjectOf('SetWhereabouts', { job: 'WT1' }),
  subjectOf('CorrectJob', { job: 'WT1' }),
  subjectOf('AmendWork', { job: 'WT1' }),
  subjectOf('SplitOrder', { job: 'WT1' }),
  subjectOf('MergeJobs', { job: 'WT1' }),
  subjectOf('LinkComeback', { job: 'WT1' }),
  subjectOf('Reassign', { job: 'WT2', operation: 'o1' }),
  subjectOf('ReviseHold', { job: 'WT2', operation: 'o1' }),
  subjectOf('MoveCar', { job: 'WT1' }),
  subjectOf('ProposeWork', { job: 'WT2' }),
  subjectOf('QuoteWork', { job: 'WT2', proposal: 'x1' }),
  subjectOf('ApproveWork', { job: 'WT2', proposal: 'x1' }),
  subjectOf('DeclineWork', { job: 'WT2', proposal: 'x1' }),
  subjectOf('PassInspection', { job: 'WT5', operation: 'inspection' }),
  subjectOf('RecordInspection', { job: 'WT5', operation: 'o1' }),
  subjectOf('RecordInspection', { job: 'WT2' }),
  subjectOf('FailInspection', { job: 'WT5', operation: 'inspection' }),
  subjectOf('MakePromise', { job: 'WT1' }),
  subjectOf('CallCustomer', { job: 'WT6' }),
  subjectOf('HandOver', { job: 'WT6' }),
  subjectOf('JudgeLateness', { job: 'WT7' }),
  subjectOf('RecordFollowUp', { job: 'WT7' }),
  subjectOf('StartBreak', { staff: 'mei' }),
  subjectOf('SetLeave', { staff: 'mei' }),
  subjectOf('SetDayHours'),
];

/** What nobody can begin with for a person. */
const mustBeSaid: Partial<Record<CommandType, Values>> = {
  BookJob: { plate: '粤B12345', name: '客', operations: [{ name: 'Oil', minutes: '' }] },
  ReceiveWalkIn: { plate: '粤B12345', name: '客', operations: [{ name: 'Oil', minutes: '' }] },
  SplitOrder: { order: 'WT1' },
  SetDayHours: { kind: 'holiday' },
  MergeJobs: { into: 'WT3' },
  LinkComeback: { of: 'WT7' },
  ProposeWork: { operations: [{ name: 'Brakes', minutes: '45' }] },
  JudgeLateness: { fault: 'yes' },
  FailInspection: { 'defects-o1': ['leak', 'noise'] },
};

describe('the forms of commands', () => {
  it('given all that people may do, when it is looked for in the console, then each has a form or a button [CMD-6]', () => {
    const reached = new Set([...subjects.map(({ type }) => type), ...withoutForm]);
    expect(givenByPeople.filter((type) => !reached.has(type))).toEqual([]);
  });

  test.for(subjects)('$type, as it opens, makes a command that the server can read', (subject) => {
    const form = formFor(viewOf(day().state, clock('09:00')), subject);
    if (!form) throw new Error('There is no form');
    const { personal, ...wish } = { personal: undefined, ...form.wish(answersTo(form, mustBeSaid[subject.type])) };
    const filledIn = { note: null, order: null, vehicle: 'v', customer: 'c', hasWords: personal !== undefined };
    const fields = commandSchema.options.find(({ shape }) => shape.type.value === subject.type)?.shape ?? {};
    const left = Object.entries(filledIn).filter(([name]) => name in fields && subject.type !== 'CorrectJob');
    expect(commandSchema.safeParse({ id: uuidOf(1), ...Object.fromEntries(left), ...wish }).error).toBeUndefined();
  });

  it('given a job that is gone from the fold, when its form is asked for, then there is none', () => {
    expect(formFor(viewOf(day().state, clock('09:00')), subjectOf('MoveCar', { job: 'gone' }))).toBeNull();
  });
});

describe('what a form says', () => {
  const wishOf = (scenario: Scenario, subject: FormSubject, entered: Values = {}, now = '09:00') => {
    const form = formFor(viewOf(scenario.state, clock(now)), subject);
    return form?.wish(answersTo(form, entered));
  };

  it('given a typed plate, when the details are corrected, then the car alone goes along, and nothing that is as it was', () => {
    const wish = wishOf(given(...arrived('WT1')), subjectOf('CorrectJob', { job: 'WT1' }), { plate: '粤B99999' });
    expect(wish).toEqual({
      type: 'CorrectJob',
      job: 'WT1',
      personal: { vehicle: { plate: '粤B99999', vin: '', model: 'Wagon' } },
    });
  });

  it('given done work that is not signed, when the desk writes it down, then one of its crew signs it; a leader the whole car [INS-8]', () => {
    const scenario = given(...inspecting('WT1'));
    expect(wishOf(scenario, subjectOf('RecordInspection', { job: 'WT1', operation: 'o1' }))).toEqual({
      type: 'RecordInspection',
      job: 'WT1',
      level: 'self',
      operation: 'o1',
      signedBy: 'tan',
    });
    const byMei = given(...worked('WT1', 'L1', 'mei'));
    expect(wishOf(byMei, subjectOf('RecordInspection', { job: 'WT1' }))).toMatchObject({
      level: 'leader',
      operation: null,
      signedBy: 'tan',
    });
  });

  it('given two defects of one operation, when the inspection fails, then they share the minutes to put it right', () => {
    const entered = { 'defects-o1': ['leak', 'noise'], 'minutes-o1': '35' };
    const wish = wishOf(
      given(...inspecting('WT1')),
      subjectOf('FailInspection', { job: 'WT1', operation: 'inspection' }),
      entered,
    );
    expect(wish).toMatchObject({
      level: 'final',
      defects: [
        { operation: 'o1', kind: 'leak', minutes: 18 },
        { operation: 'o1', kind: 'noise', minutes: 17 },
      ],
    });
  });

  it('given a car within its promise, when it is handed over, then no cause is asked for; past it, a likely one is chosen', () => {
    const scenario = given(...ready('WT1', { promisedAt: clock('10:00') }));
    const subject = subjectOf('HandOver', { job: 'WT1' });
    expect(wishOf(scenario, subject)).toEqual({ type: 'HandOver', job: 'WT1' });
    expect(wishOf(scenario, subject, {}, '11:00')).toHaveProperty('cause');
    expect(wishOf(scenario, subject, { cause: 'customer', note: '晚到' }, '11:00')).toEqual({
      type: 'HandOver',
      job: 'WT1',
      cause: 'customer',
      personal: { note: '晚到' },
    });
  });

  it('[STL-1] given a car that nobody called and whose bill is open, when it is handed over, then both are told before; what is done is not', () => {
    const told = (...more: Wish[]) => {
      const view = viewOf(given(...ready('WT1'), ...more).state, clock('09:50'));
      const form = formFor(view, subjectOf('HandOver', { job: 'WT1' }));
      return (form?.told?.(answersTo(form, {})) ?? []).filter(({ mark }) => mark === 'tight').map(({ text }) => text);
    };
    expect(told()).toEqual(['还没通知客户，确认就这样交车？', '还没结算，确认就这样交车？']);
    expect(told(call('WT1'))).toEqual(['还没结算，确认就这样交车？']);
    expect(told(call('WT1'), settle('WT1'))).toEqual([]);
  });

  it('given a late car, when the customer is said to be the cause, then the note must be filled in [OTR-6]', () => {
    const form = formFor(
      viewOf(given(...ready('WT1', { promisedAt: clock('10:00') })).state, clock('11:00')),
      subjectOf('HandOver', { job: 'WT1' }),
    );
    const fields = form?.fields(answersTo(form, { cause: 'customer' })) ?? [];
    expect(fields.find(({ name }) => name === 'note')?.required).toBe(true);
  });

  it('given a firm promise, when the shop moves it, then it says why; when the customer does, then not', () => {
    const scenario = given(...arrived('WT1'), at('09:00'));
    const subject = subjectOf('MakePromise', { job: 'WT1' });
    const later = { promisedAt: '2026-11-23T17:30' };
    expect(wishOf(scenario, subject, { ...later, reason: 'shop', cause: 'parts' })).toMatchObject({
      promisedAt: clock('17:30'),
      reason: 'shop',
      cause: 'parts',
    });
    expect(wishOf(scenario, subject, { ...later, reason: 'customerWish', confirmed: 'phone' })).toMatchObject({
      reason: 'customerWish',
      cause: null,
      confirmed: 'phone',
    });
  });

  it('[PRM-8] given a firm promise, when its form opens, then neither the reason nor the answer is chosen, and nothing is sent without', () => {
    const view = viewOf(given(...arrived('WT1'), at('09:00')).state, clock('09:00'));
    const form = formFor(view, subjectOf('MakePromise', { job: 'WT1' }));
    const missing = (entered: Values): string[] => {
      const fields = form?.fields(answersTo(form, entered)) ?? [];
      const values = { ...initialValues(fields), ...entered };
      return fieldProblems(fields, values, new Set(), formWords['zh-CN']).map(({ field }) => field);
    };
    expect(missing({})).toEqual(['reason', 'confirmed']);
    expect(missing({ reason: 'shop', confirmed: 'none' })).toEqual(['cause']);
    expect(missing({ reason: 'customerWish', confirmed: 'none' })).toEqual([]);
    expect(form?.wish(answersTo(form, { reason: 'customerWish', confirmed: 'none' }))).toMatchObject({
      confirmed: null,
    });
  });

  it('given a car in a bay, when it goes on the road, then it may keep the bay', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'));
    const subject = subjectOf('MoveCar', { job: 'WT1' });
    expect(wishOf(scenario, subject, { to: 'road keeping' })).toMatchObject({ to: { kind: 'road', keepsBay: true } });
    expect(wishOf(scenario, subject, { to: 'bay L2' })).toMatchObject({ to: { kind: 'bay', bay: 'L2' } });
  });

  it('given a bay that is kept, when work is moved there all the same, then that is said [RSV-3]', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'));
    const subject = subjectOf('Reassign', { job: 'WT1', operation: 'o1' });
    expect(wishOf(scenario, subject, { bay: 'L2' })).not.toHaveProperty('despiteReservation');
    expect(wishOf(scenario, subject, { bay: 'L2', despite: true })).toMatchObject({
      bay: 'L2',
      despiteReservation: true,
    });
  });

  it('given hours as people type them, when a day gets its own, then they are read; a holiday has none', () => {
    const subject = subjectOf('SetDayHours');
    const typed = { day: '2026-11-29', kind: 'overtime', windows: '9:00-12:00，13：00-20:00' };
    expect(wishOf(given(), subject, typed)).toMatchObject({
      hours: {
        kind: 'overtime',
        windows: [
          ['09:00', '12:00'],
          ['13:00', '20:00'],
        ],
      },
    });
    expect(wishOf(given(), subject, { day: '2026-11-29', kind: 'holiday' })).toMatchObject({
      hours: { kind: 'holiday', windows: [] },
    });
  });

  it('given leave that is planned, when more is added and some taken away, then the rest goes along', () => {
    const scenario = given({ type: 'SetLeave', staff: 'mei', leave: [{ from: '2026-12-01', to: '2026-12-02' }] });
    const subject = subjectOf('SetLeave', { staff: 'mei' });
    expect(wishOf(scenario, subject, { from: '2026-12-24' })).toMatchObject({
      leave: [
        { from: '2026-12-01', to: '2026-12-02' },
        { from: '2026-12-24', to: '2026-12-24' },
      ],
    });
    expect(wishOf(scenario, subject, { kept: [] })).toMatchObject({ leave: [] });
  });

  it('given a car that is known, when its plate is typed, then its customer is filled in', () => {
    const form = formFor(viewOf(given(book('WT1')).state, clock('09:00')), subjectOf('BookJob'));
    const fields = form?.fields(answersTo(form, { plate: '粤B·WT1' })) ?? [];
    expect(fields.find(({ name }) => name === 'name')).toMatchObject({ initial: '客WT1' });
  });

  it('given wanted work, when a visit is written up, then a promise is offered that the prediction supports [OFR-1]', () => {
    const entered = { plate: '粤B12345', name: '客', operations: [{ name: 'Oil', minutes: '' }] };
    const wish = wishOf(given(), subjectOf('ReceiveWalkIn'), entered);
    expect(wish).toHaveProperty('promisedAt', expect.any(Number));
    expect(wishOf(given(), subjectOf('ReceiveWalkIn'), { ...entered, promisedAt: '' })).toHaveProperty(
      'promisedAt',
      null,
    );
  });

  it('given an offered promise, when nobody says firm, then it is provisional; said, the time shown is kept [OFR-4]', () => {
    for (const type of ['BookJob', 'ReceiveWalkIn'] as const) {
      const form = formFor(viewOf(given().state, clock('09:00')), subjectOf(type));
      const fields = form?.fields(answersTo(form, { operations: [{ name: 'Oil', minutes: '' }] })) ?? [];
      const kind = fields.find(({ name }) => name === 'promiseKind');
      expect(kind).toMatchObject({ initial: 'provisional', keeps: 'promisedAt' });
    }
  });

  it('given a new promise in the field, when additional work is quoted, then its consequence is reckoned against that one', () => {
    const found = given(...working('WT1', 'L1', 'tan', { promisedAt: clock('09:20') }), propose('WT1', 'o1'));
    const subject = subjectOf('QuoteWork', { job: 'WT1', proposal: 'x1' });
    const form = formFor(viewOf(found.state, clock('08:40')), subject);
    const told = (entered: Values) => form?.told?.(answersTo(form, entered))[0]?.mark;
    expect(told({})).toBe('inOrder');
    expect(told({ promisedAt: '' })).toBe('late');
  });

  it('given a failed inspection without a defect, when it is sent, then a defect is asked for [FRM-1]', () => {
    const subject = subjectOf('FailInspection', { job: 'WT1', operation: 'inspection' });
    const form = formFor(viewOf(given(...inspecting('WT1')).state, clock('09:00')), subject);
    const problemsOf = (entered: Values) => form?.problems?.(answersTo(form, entered)).map(({ text }) => text);
    expect(problemsOf({})).toEqual(['请选缺陷。']);
    expect(problemsOf({ 'defects-o1': ['leak'] })).toEqual([]);
  });

  it('given two open visits of a car, when they are merged from the one that is here, then the booked one joins it [ORD-5]', () => {
    const later = { vehicle: 'v-WT1', arrivalAt: clock('2026-11-25 09:00'), promisedAt: null };
    const scenario = given(...arrived('WT1'), book('WT2', later));
    const merged = { type: 'MergeJobs', job: 'WT2', into: 'WT1' };
    expect(wishOf(scenario, subjectOf('MergeJobs', { job: 'WT1' }))).toEqual(merged);
    expect(wishOf(scenario, subjectOf('MergeJobs', { job: 'WT2' }))).toEqual(merged);
  });

  it('given two orders of a visit, when one is split off, then only an order that has not begun is offered [ORD-4]', () => {
    const later = { vehicle: 'v-WT1', arrivalAt: clock('2026-11-25 09:00'), promisedAt: null };
    const scenario = given(...arrived('WT1'), book('WT2', later), { type: 'MergeJobs', job: 'WT2', into: 'WT1' });
    expect(ordersToSplit(scenario.job('WT1'))).toEqual(['WT2']);
    const [own] = scenario.job('WT1').operations.filter(({ order }) => order === 'WT2');
    const begun = scenario
      .job('WT1')
      .operations.map((one) => (one === own ? { ...one, status: 'done' as const } : one));
    expect(ordersToSplit({ ...scenario.job('WT1'), operations: begun })).toEqual([]);
  });

  it('given a hold, when its time changes, then it is the new one', () => {
    const scenario = given(...working('WT1', 'L1', 'tan'), hold('WT1', 'o1'));
    const subject = subjectOf('ReviseHold', { job: 'WT1', operation: 'o1' });
    expect(wishOf(scenario, subject, { expectedAt: '2026-11-23T15:00', freesBay: true })).toMatchObject({
      expectedAt: clock('15:00'),
      freesBay: true,
    });
  });
});
