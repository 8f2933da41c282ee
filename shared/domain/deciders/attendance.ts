// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function startBreak(_state: ShopState, _command: CommandOf<'StartBreak'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('StartBreak is not decided yet');
}

export function endBreak(_state: ShopState, _command: CommandOf<'EndBreak'>): Result<DomainEvent[]> {
  throw new Error('EndBreak is not decided yet');
}

export function setLeave(_state: ShopState, _command: CommandOf<'SetLeave'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('SetLeave is not decided yet');
}
