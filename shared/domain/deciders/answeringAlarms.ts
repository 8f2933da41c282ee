// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function acknowledgeAlarm(_state: ShopState, _command: CommandOf<'AcknowledgeAlarm'>): Result<DomainEvent[]> {
  throw new Error('AcknowledgeAlarm is not decided yet');
}

export function snoozeAlarm(_state: ShopState, _command: CommandOf<'SnoozeAlarm'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('SnoozeAlarm is not decided yet');
}

export function escalateAlarm(_state: ShopState, _command: CommandOf<'EscalateAlarm'>): Result<DomainEvent[]> {
  throw new Error('EscalateAlarm is not decided yet');
}
