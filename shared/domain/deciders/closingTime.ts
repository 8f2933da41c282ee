// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function suspendWork(_state: ShopState, _command: CommandOf<'SuspendWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('SuspendWork is not decided yet');
}

export function continueWork(_state: ShopState, _command: CommandOf<'ContinueWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ContinueWork is not decided yet');
}
