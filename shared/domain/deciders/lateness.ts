// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function judgeLateness(_state: ShopState, _command: CommandOf<'JudgeLateness'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('JudgeLateness is not decided yet');
}

export function recordFollowUp(_state: ShopState, _command: CommandOf<'RecordFollowUp'>): Result<DomainEvent[]> {
  throw new Error('RecordFollowUp is not decided yet');
}
