// panel/ — a job → what is on record of it: its promises, inspections, corrections, and how it ended. Sections without content are
// left out.
import { internalReturnsOf } from '@zhunshi/shared/domain/job.ts';
import type { Correction, InspectionRecord, Job, Promise as Given } from '@zhunshi/shared/domain/state.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { owedAtHandOver } from '../desk/jobActions.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';

export interface SectionLine {
  mark: Mark | null;
  text: string;
  /** When and by whom. */
  sub: string;
}

export interface PanelSection {
  key: 'promises' | 'inspections' | 'corrections' | 'handOver';
  lines: SectionLine[];
}

/** All sections of a job in their order. */
export function panelSectionsOf(view: ShopView, job: Job): PanelSection[] {
  const sections: PanelSection[] = [
    { key: 'promises', lines: promiseLines(view, job) },
    { key: 'inspections', lines: inspectionLines(view, job) },
    { key: 'corrections', lines: job.corrections.map((one) => correctionLine(view, one)) },
    { key: 'handOver', lines: handOverLines(view, job) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

const joined = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');

function whoAndWhen(view: ShopView, by: StaffId | null, at: number): string {
  return joined([by === null ? null : nameOf(view, by), momentText(view, at)]);
}

/** The original first, each revision after it with its reason; below them what the customer was told last. */
function promiseLines(view: ShopView, job: Job): SectionLine[] {
  const { record } = view.say;
  const lines = job.promises.map((one, index) => promiseLine(view, job, one, index));
  if (job.told === null) return lines;
  const { finishAt, at } = job.told;
  const text = finishAt === null ? record.toldUnknown : record.told(momentText(view, finishAt));
  return [...lines, { mark: null, text, sub: momentText(view, at) }];
}

function promiseLine(view: ShopView, { promises, appointment }: Job, one: Given, index: number): SectionLine {
  const { words } = view;
  const count = promises.length;
  const { record } = view.say;
  const rank = index === 0 ? record.original : index === count - 1 ? record.inForce : null;
  // A walk-in has booked nothing.
  const atReception = one.reason === 'booking' && !appointment;
  const reason = atReception ? words.promisedAtReception : words.promiseReasons[one.reason];
  const why = one.cause === null ? reason : words.lateCauses[one.cause];
  return {
    mark: null,
    text: joined([momentText(view, one.promisedAt), words.promiseKinds[one.kind], why, count > 1 ? rank : null]),
    sub: joined([
      whoAndWhen(view, one.madeBy, one.madeAt),
      one.confirmed === null ? null : record.agreed(words.answerWays[one.confirmed]),
      one.counts ? null : record.countsNot,
    ]),
  };
}

function inspectionLines(view: ShopView, job: Job): SectionLine[] {
  const returns = internalReturnsOf(job);
  const lines = job.inspections.map((one) => inspectionLine(view, job, one));
  return returns === 0 ? lines : [...lines, { mark: 'tight', text: view.say.record.returns(returns), sub: '' }];
}

function inspectionLine(view: ShopView, job: Job, one: InspectionRecord): SectionLine {
  const { words, say } = view;
  const named = (id: string | null): string | null => {
    const operation = job.operations.find((other) => other.id === id);
    return operation && operation.kind === 'work' ? operationName(operation, view.language) : null;
  };
  const defects = one.defects.map(({ operation, kind }) =>
    `${named(operation) ?? ''} ${words.defectKinds[kind]}`.trim(),
  );
  const outcome = one.passed ? say.record.passed : say.record.failed;
  return {
    mark: one.passed ? 'ready' : 'late',
    text: joined([words.inspectionLevels[one.level], named(one.operation), outcome, ...defects]),
    sub: joined([
      listText(
        view,
        one.by.map((staff) => nameOf(view, staff)),
      ),
      momentText(view, one.at),
    ]),
  };
}

function correctionLine(view: ShopView, { at, by, field, from, to }: Correction): SectionLine {
  const said = (value: Correction['from']): string => correctedText(view, field, value);
  const text = `${view.say.record.fields[field]}: ${said(from)} → ${said(to)}`;
  return { mark: null, text, sub: whoAndWhen(view, by, at) };
}

function correctedText(view: ShopView, field: Correction['field'], value: Correction['from']): string {
  const { words, say, directory, shop, language } = view;
  if (value === null || value === '') return say.record.nothing;
  if (typeof value === 'boolean') return value ? say.record.yes : say.record.no;
  const text = String(value);
  const among = (named: Readonly<Record<string, string>>): string => named[text] ?? text;
  switch (field) {
    case 'vehicle':
      return directory.vehicles[text]?.plate ?? say.panel.erased;
    case 'customer':
      return directory.persons[text]?.name ?? say.panel.erased;
    case 'advisor':
      return nameOf(view, text);
    case 'payer':
      return among(words.payers);
    case 'waits':
      return among(words.whereabouts);
    case 'loungeLabel':
      return among(words.loungeLabels);
    case 'serviceType': {
      const found = shop.serviceTypes.find(({ code }) => code === text);
      return found ? (language === 'zh-CN' ? found.zh : found.en) : text;
    }
    default:
      return text;
  }
}

/** Calls in vain, the bill, and how the visit ended. */
function handOverLines(view: ShopView, job: Job): SectionLine[] {
  const { record, panel } = view.say;
  const { words } = view;
  const line = (text: string, sub: string, mark: Mark | null = null): SectionLine => ({ mark, text, sub });
  const lines: SectionLine[] = [];
  if (job.unansweredCalls > 0) lines.push(line(record.unanswered(job.unansweredCalls), ''));
  if (job.settledAt !== null) lines.push(line(record.settled, momentText(view, job.settledAt)));
  if (job.cancelled) {
    lines.push(line(words.cancelReasons[job.cancelled.reason], momentText(view, job.cancelled.at)));
  }
  const { handOver, handedOverAt, followUp } = job;
  if (handOver && handedOverAt !== null) {
    const late = handOver.onTime === false;
    const cause = handOver.cause === null ? null : words.lateCauses[handOver.cause];
    const outcome = handOver.onTime === null ? view.words.stages.delivered : late ? panel.tooLate : panel.onTime;
    lines.push(line(joined([outcome, cause]), whoAndWhen(view, handOver.by, handedOverAt), late ? 'late' : 'ready'));
    for (const owed of owedAtHandOver(job)) lines.push(line(record.owed[owed], '', 'tight'));
    if (handOver.excuse !== 'none') lines.push(line(record.excuses[handOver.excuse], noteText(view, job)));
  }
  if (followUp) {
    const grade = followUp.satisfaction === null ? null : record.satisfaction(followUp.satisfaction);
    const text = joined([followUp.punctual ? record.saysPunctual : record.saysLate, grade]);
    lines.push(line(text, momentText(view, followUp.at)));
  }
  return lines;
}

function noteText({ directory }: ShopView, { handOver, customer }: Job): string {
  return (handOver?.note && directory.persons[customer]?.words[handOver.note]) || '';
}
