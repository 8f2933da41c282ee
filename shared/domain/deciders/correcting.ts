// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function correctJob(_state: ShopState, _command: CommandOf<'CorrectJob'>): Result<DomainEvent[]> {
  throw new Error('CorrectJob is not decided yet');
}

export function setWhereabouts(_state: ShopState, _command: CommandOf<'SetWhereabouts'>): Result<DomainEvent[]> {
  throw new Error('SetWhereabouts is not decided yet');
}

export function amendWork(_state: ShopState, _command: CommandOf<'AmendWork'>): Result<DomainEvent[]> {
  throw new Error('AmendWork is not decided yet');
}

export function splitOrder(_state: ShopState, _command: CommandOf<'SplitOrder'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('SplitOrder is not decided yet');
}

export function mergeJobs(_state: ShopState, _command: CommandOf<'MergeJobs'>): Result<DomainEvent[]> {
  throw new Error('MergeJobs is not decided yet');
}

export function linkComeback(_state: ShopState, _command: CommandOf<'LinkComeback'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('LinkComeback is not decided yet');
}
