// panel/ — a job → its buttons: what can be done next, the likeliest first, each in words.
import { nextActs } from '@zhunshi/shared/domain/nextActs.ts';
import type { NextAct } from '@zhunshi/shared/domain/nextActs.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { operationName } from '../cards/carCard.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface PanelAct {
  act: NextAct;
  text: string;
  primary: boolean;
}

/** Buttons of a job. Where several operations could take the same act, each button names its operation. */
export function panelActsOf(view: ShopView, job: Job): PanelAct[] {
  const acts = merged(nextActs(job));
  return acts.map((act, index) => {
    const name = view.say.acts[act.type];
    const operation = job.operations.find(({ id }) => id === act.operation);
    const several = acts.filter(({ type }) => type === act.type).length > 1;
    const named =
      operation !== undefined && (several || act.type === 'StartOperation' || act.type === 'FinishOperation');
    return {
      act,
      text: named && operation ? view.say.acts.of(name, operationName(view, operation)) : name,
      primary: index === 0,
    };
  });
}

/** One dispatch dialog serves all operations of the car: the first one stands for them. */
function merged(acts: NextAct[]): NextAct[] {
  const first = acts.findIndex(({ type }) => type === 'Dispatch');
  return acts.filter(({ type }, index) => type !== 'Dispatch' || index === first);
}
