// panel/ — a job → its buttons: what can be done next, the likeliest first, each in words, and why not where it would be refused.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { maySend, sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { nextActs } from '@zhunshi/shared/domain/nextActs.ts';
import { refusal as refuse } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { stepOfAct } from '../desk/jobActions.ts';
import type { DeskAct } from '../desk/jobActions.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface PanelAct {
  act: DeskAct;
  text: string;
  /** Why the server would refuse it now; null: it would not, as far as this screen knows. */
  refusal: Refusal | null;
}

export interface PanelActs {
  /** The likeliest act, and what else can be done with its operation or with the car as a whole. */
  main: PanelAct[];
  /** Acts of the other operations: shown on their rows. */
  ofOperations: PanelAct[];
  /** Who does what comes next, where none of it is for the person who looks; else null. */
  forOthers: Refusal | null;
}

/** Buttons of a job: only what the person who looks may do [CMD-6]. */
export function panelActsOf(view: ShopView, job: Job): PanelActs {
  const next = oneForAll(nextActs(job, view.shop.rules).flatMap(withOtherOutcome));
  const own = next.filter(({ type }) => maySend(view.roles, type));
  const ordered = likeliestFirst(own.map((act) => panelAct(view, job, act)));
  const [likeliest] = next;
  const first = ordered[0]?.act.operation ?? null;
  const isMain = ({ act }: PanelAct): boolean =>
    act.operation === null || act.operation === first || act.type === 'Dispatch' || act.type === 'Recall';
  return {
    main: ordered.filter(isMain),
    ofOperations: ordered.filter((one) => !isMain(one)),
    forOthers: likeliest && own.length === 0 ? refuse('notAllowed', { roles: [...sendersOf(likeliest.type)] }) : null,
  };
}

/**
 * What would be refused now is not what people want to do first; but a car is never handed over before the customer is called, and
 * holding or recalling work never takes the place of starting it or of going on: the first button says then why that cannot be yet.
 */
function likeliestFirst(acts: PanelAct[]): PanelAct[] {
  if (acts.some(({ act }) => act.type === 'CallCustomer')) return acts;
  const possible = acts.filter(({ refusal }) => refusal === null);
  const starts = acts.some(({ act }) => act.type === 'StartOperation' || act.type === 'ResumeOperation');
  if (starts && possible.every(({ act }) => act.type === 'HoldOperation' || act.type === 'Recall')) return acts;
  return [...possible, ...acts.filter(({ refusal }) => refusal !== null)];
}

function panelAct(view: ShopView, job: Job, act: DeskAct): PanelAct {
  const name = act.type === 'FailInspection' ? view.say.acts.failFinal : view.commands[act.type];
  const operation = job.operations.find(({ id }) => id === act.operation);
  const named = operation !== undefined && (act.type === 'StartOperation' || act.type === 'FinishOperation');
  return {
    act,
    text: named ? view.say.acts.of(name, operationName(operation, view.language)) : name,
    refusal: refusalOf(view, job, act),
  };
}

function refusalOf(view: ShopView, job: Job, act: DeskAct): Refusal | null {
  const step = stepOfAct(view, job, act);
  if (!('ask' in step)) return null;
  const decided = decide(view.state, { ...step.ask, id: '' }, { at: view.asOf, by: view.me });
  return decided.ok ? null : decided.refusal;
}

/** An inspection ends in one of two ways: neither is the easier one to press. */
function withOtherOutcome(act: DeskAct): DeskAct[] {
  return act.type === 'PassInspection' ? [act, { ...act, type: 'FailInspection' }] : [act];
}

/** Dispatching has one dialog for the whole car, recalling takes all of it back: the first one stands for the others. */
function oneForAll(acts: DeskAct[]): DeskAct[] {
  const firstOf = (type: DeskAct['type']): number => acts.findIndex((act) => act.type === type);
  const keep = [firstOf('Dispatch'), firstOf('Recall')];
  return acts.filter(({ type }, index) => (type !== 'Dispatch' && type !== 'Recall') || keep.includes(index));
}
