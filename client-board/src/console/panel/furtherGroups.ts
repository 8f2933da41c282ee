// panel/ — what else can be done with a job, for the person who looks, by group.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { furtherActs } from '@zhunshi/shared/domain/nextActs.ts';
import type { FurtherAct } from '@zhunshi/shared/domain/nextActs.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { stepOfFurther } from '../desk/jobActions.ts';
import { listText } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { ordersToSplit, visitsToMerge } from '../forms/ordersApart.ts';

const groupKeys = ['work', 'addedWork', 'inspection', 'promise', 'reception', 'handOver'] as const;
type GroupKey = (typeof groupKeys)[number];

/** Where a command stands in the menu; what is not named is of the reception. */
const groupOf: Partial<Record<CommandType, GroupKey>> = {
  AmendWork: 'work',
  Reassign: 'work',
  ReviseHold: 'work',
  PartsArrived: 'work',
  MoveCar: 'work',
  ProposeWork: 'addedWork',
  QuoteWork: 'addedWork',
  ApproveWork: 'addedWork',
  DeclineWork: 'addedWork',
  WithdrawWork: 'addedWork',
  RecordInspection: 'inspection',
  FailInspection: 'inspection',
  MakePromise: 'promise',
  TakeBackReady: 'handOver',
  Settle: 'handOver',
  CallCustomer: 'handOver',
  CallInLounge: 'handOver',
  JudgeLateness: 'handOver',
  RecordFollowUp: 'handOver',
};

export interface FurtherItem {
  key: string;
  act: FurtherAct;
  text: string;
  /** The operation or additional work that it is about. */
  about: string;
}

export interface FurtherGroup {
  key: GroupKey;
  items: FurtherItem[];
}

/** Groups with something in them: what the person may do, and the server would take or a form completes [CMD-6]. */
export function furtherGroupsOf(view: ShopView, job: Job): FurtherGroup[] {
  const uncalled = job.readyAt !== null && job.calledAt === null && job.handedOverAt === null;
  const unanswered: FurtherAct[] = uncalled ? [{ type: 'CallCustomer', operation: null, proposal: null }] : [];
  const items = [...furtherActs(job), ...unanswered]
    .filter((act) => maySend(view.roles, act.type) && isOffered(view, job, act))
    .map((act) => itemOf(view, job, act));
  return groupKeys
    .map((key) => ({ key, items: items.filter(({ act }) => (groupOf[act.type] ?? 'reception') === key) }))
    .filter(({ items: some }) => some.length > 0);
}

function isOffered(view: ShopView, job: Job, act: FurtherAct): boolean {
  const { state, asOf, me } = view;
  if (act.type === 'MergeJobs' && visitsToMerge(view, job).length === 0) return false;
  if (act.type === 'SplitOrder' && ordersToSplit(job).length === 0) return false;
  const step = stepOfFurther(job.id, act);
  return !('ask' in step) || decide(state, { ...step.ask, id: '' }, { at: asOf, by: me }).ok;
}

function itemOf(view: ShopView, job: Job, act: FurtherAct): FurtherItem {
  const operation = job.operations.find(({ id }) => id === act.operation);
  const proposal = job.proposals.find(({ id }) => id === act.proposal);
  const level = act.type === 'RecordInspection' || act.type === 'FailInspection';
  const of = operation && operation.kind === 'work' ? 'self' : operation ? 'final' : 'leader';
  const about = [
    level ? view.words.inspectionLevels[of] : '',
    operation ? operationName(operation, view.language) : '',
    proposal
      ? listText(
          view,
          proposal.operations.map(({ name }) => name),
        )
      : '',
  ];
  const called = act.type === 'CallCustomer' ? view.say.further.unanswered : view.commands[act.type];
  const key = `${act.type} ${act.operation ?? ''} ${act.proposal ?? ''}`;
  return { key, act, text: called, about: about.filter(Boolean).join(' ') };
}
