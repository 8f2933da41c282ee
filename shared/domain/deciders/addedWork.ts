// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function proposeWork(_state: ShopState, _command: CommandOf<'ProposeWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ProposeWork is not decided yet');
}

export function quoteWork(_state: ShopState, _command: CommandOf<'QuoteWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('QuoteWork is not decided yet');
}

export function approveWork(_state: ShopState, _command: CommandOf<'ApproveWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ApproveWork is not decided yet');
}

export function declineWork(_state: ShopState, _command: CommandOf<'DeclineWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('DeclineWork is not decided yet');
}

export function withdrawWork(_state: ShopState, _command: CommandOf<'WithdrawWork'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('WithdrawWork is not decided yet');
}
