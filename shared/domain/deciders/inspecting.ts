// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function recordInspection(_state: ShopState, _command: CommandOf<'RecordInspection'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('RecordInspection is not decided yet');
}

export function failInspection(_state: ShopState, _command: CommandOf<'FailInspection'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('FailInspection is not decided yet');
}
