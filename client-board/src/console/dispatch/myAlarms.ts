// dispatch/ — which alarms are for the person who looks: by their role, and of an advisor's cars only the own ones. What is only to be marked
// ready is the dispatcher's too.
import { operationAtHand } from '@zhunshi/shared/domain/job.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { ShopView } from '../desk/shopView.ts';

/** True where the person who looks is the one who must act. */
export function isMine({ state, roles, me }: ShopView, { job: id, actor, advice }: Alarm): boolean {
  const job = state.jobs[id];
  if (!job) return false;
  if (advice === 'markReady' && roles.includes('dispatcher')) return true;
  if (actor === 'advisor') return job.advisor === me;
  if (actor === 'technician') return operationAtHand(job)?.crew.includes(me) === true;
  // Nobody at the console is the parts counter: who dispatches runs after parts.
  return roles.includes(actor === 'parts' ? 'dispatcher' : actor);
}
