// advisor/ — additional work that waits for its customer, over all cars of an advisor: the rows of the panel, with whom to call.
import { isOpen, openProposals } from '@zhunshi/shared/domain/job.ts';
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import { isInLounge } from '@zhunshi/shared/domain/loungeCall.ts';
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { nameOf, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { addedWorkRowsOf } from '../panel/addedWorkRows.ts';
import type { AddedWorkRow } from '../panel/addedWorkRows.ts';
import { formAct, loungeCallAct } from './advisorActs.ts';
import type { AdvisorAct } from './advisorActs.ts';

export interface ApprovalRow extends Omit<AddedWorkRow, 'acts' | 'who'> {
  key: string;
  job: Job;
  proposal: Proposal;
  plate: string;
  customer: string;
  phone: string;
  /** Who found it, and when. */
  found: string;
  acts: AdvisorAct[];
}

/** What an advisor answers with; taking it back is for who proposed it. */
const answers: readonly CommandType[] = ['QuoteWork', 'ApproveWork', 'DeclineWork'];

/** Open proposals, the one that has waited longest first. */
export function approvalRowsOf(view: ShopView, jobs: readonly Job[]): ApprovalRow[] {
  return jobs
    .filter((job) => isOpen(job) && openProposals(job).length > 0)
    .flatMap((job) =>
      addedWorkRowsOf(view, job)
        .filter(({ open }) => open)
        .map((row) => rowOf(view, job, row)),
    )
    .sort((a, b) => a.proposal.proposedAt - b.proposal.proposedAt);
}

function rowOf(view: ShopView, job: Job, row: AddedWorkRow): ApprovalRow {
  const { proposedBy, proposedAt, id } = row.proposal;
  const person = view.directory.persons[job.customer];
  const who = proposedBy === null ? '' : nameOf(view, proposedBy);
  return {
    ...row,
    key: `${job.id} ${id}`,
    job,
    plate: plateOf(view, job),
    customer: person?.name ?? '',
    phone: person?.phone ?? '',
    found: advisorWords[view.language].approvals.found(who, momentText(view, proposedAt)),
    acts: [
      ...row.acts
        .filter(({ type }) => answers.includes(type))
        .map(({ type }) => formAct(type, view.commands[type], { job: job.id, proposal: id })),
      // Who waits here is asked to the desk by the lounge's screens, as soon as there is a price to speak of.
      ...(row.proposal.quote && isInLounge(view.state, job) ? [loungeCallAct(view, job)] : []),
    ],
  };
}
