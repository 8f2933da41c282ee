// panel/ — additional work of a job as it is read: how far it is, how long its answer has been waited for, what it costs.
import type { FurtherAct } from '@zhunshi/shared/domain/nextActs.ts';
import { furtherActs } from '@zhunshi/shared/domain/nextActs.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';

export interface AddedWorkRow {
  proposal: Proposal;
  what: string;
  /** `等客户答复 12 分`, `客户同意 · 电话`. */
  standing: string;
  open: boolean;
  /** Price, minutes, new promise; empty before it is quoted. */
  quote: string;
  /** Who found it and when; who answered and when. */
  who: string;
  note: string;
  acts: FurtherAct[];
}

/** Rows in the order they were proposed. */
export function addedWorkRowsOf(view: ShopView, job: Job): AddedWorkRow[] {
  const acts = furtherActs(job).filter(({ type }) => maySend(view.roles, type));
  return job.proposals.map((proposal) => ({
    proposal,
    what: listText(
      view,
      proposal.operations.map(({ name }) => name),
    ),
    standing: standingOf(view, proposal),
    open: isWaiting(proposal),
    quote: quoteText(view, proposal),
    who: whoText(view, proposal),
    note: noteText(view, job, proposal),
    acts: acts.filter((act) => act.proposal === proposal.id),
  }));
}

/** True while it waits for a price or for the customer. */
function isWaiting({ answer, withdrawnAt }: Proposal): boolean {
  return answer === null && withdrawnAt === null;
}

/** How far it is, with the clock that runs. */
export function standingOf(view: Pick<ShopView, 'say' | 'words' | 'asOf'>, proposal: Proposal): string {
  const { added } = view.say;
  if (proposal.withdrawnAt !== null) return added.withdrawn;
  if (proposal.answer) {
    const how = view.words.answerWays[proposal.answer.how];
    return proposal.answer.approved ? added.approved(how) : added.declined(how);
  }
  const since = (at: number): string => spanText(view, minutesBetween(at, view.asOf));
  return proposal.quote
    ? added.waitsForCustomer(since(proposal.quote.at))
    : added.waitsForQuote(since(proposal.proposedAt));
}

function quoteText(view: ShopView, { quote, operations }: Proposal): string {
  const { added, panel } = view.say;
  if (!quote) return panel.minutes(operations.reduce((sum, one) => sum + one.minutes, 0));
  const promised = quote.promisedAt === null ? '' : added.newPromise(momentText(view, quote.promisedAt));
  const price = (quote.priceCents / 100).toFixed(2);
  return [`¥${price}`, panel.minutes(quote.minutes), promised].filter(Boolean).join(' · ');
}

function whoText(view: ShopView, { proposedBy, proposedAt, answer }: Proposal): string {
  const said = (by: string | null, at: number): string =>
    `${by === null ? '' : nameOf(view, by)} ${momentText(view, at)}`.trim();
  return [said(proposedBy, proposedAt), answer ? said(answer.by, answer.at) : ''].filter(Boolean).join(' → ');
}

function noteText({ directory }: ShopView, job: Job, { note, answer }: Proposal): string {
  const written = directory.persons[job.customer]?.words ?? {};
  return [note, answer?.note ?? null].flatMap((key) => (key !== null && written[key] ? [written[key]] : [])).join('；');
}
