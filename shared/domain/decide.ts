// domain/ — decide: what a command leads to, or why not. Pure: time and ids come in. The server decides with it; the console
// uses the same to show at once where a card may be dropped.
import { closeBay, openBay, setAttendance } from './deciders/floor.ts';
import { callCustomer, handOver, markReady } from './deciders/handingOver.ts';
import { checkIn, importOrders } from './deciders/reception.ts';
import { setUpShop } from './deciders/settingUp.ts';
import { dispatch, recall } from './deciders/dispatching.ts';
import { finishOperation, holdOperation, passInspection, resumeOperation, startOperation } from './deciders/working.ts';
import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import type { DomainEvent } from './events.ts';
import { refusal } from './refusals.ts';
import { refused, type Result } from './result.ts';
import type { ShopState } from './state.ts';

/**
 * The events that a command leads to, in their order; none when all is as asked already; or the refusal. Each rule is named by
 * its id in docs/SPEC.md where it is held.
 */
export function decide(state: ShopState, command: Command, context: Context): Result<DomainEvent[]> {
  if (command.type === 'SetUpShop') return setUpShop(state, command);
  if (!state.shop) return refused(refusal('notSetUp', {}));
  switch (command.type) {
    case 'ImportOrders':
      return importOrders(state, command, context);
    case 'CheckIn':
      return checkIn(state, command, context);
    case 'Dispatch':
      return dispatch(state, command);
    case 'Recall':
      return recall(state, command);
    case 'StartOperation':
      return startOperation(state, command);
    case 'HoldOperation':
      return holdOperation(state, command, context);
    case 'ResumeOperation':
      return resumeOperation(state, command);
    case 'FinishOperation':
      return finishOperation(state, command);
    case 'PassInspection':
      return passInspection(state, command);
    case 'MarkReady':
      return markReady(state, command);
    case 'CallCustomer':
      return callCustomer(state, command);
    case 'HandOver':
      return handOver(state, command, context);
    case 'SetAttendance':
      return setAttendance(state, command);
    case 'CloseBay':
      return closeBay(state, command);
    case 'OpenBay':
      return openBay(state, command);
  }
}
