// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function makePromise(_state: ShopState, _command: CommandOf<'MakePromise'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('MakePromise is not decided yet');
}

export function publishEstimates(_state: ShopState, _command: CommandOf<'PublishEstimates'>): Result<DomainEvent[]> {
  throw new Error('PublishEstimates is not decided yet');
}
