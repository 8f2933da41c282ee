// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Numbered } from '../orderNumber.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function bookJob(_state: ShopState, _command: Numbered<CommandOf<'BookJob'>>, _context: Context): Result<DomainEvent[]> {
  throw new Error('BookJob is not decided yet');
}

export function receiveWalkIn(_state: ShopState, _command: Numbered<CommandOf<'ReceiveWalkIn'>>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ReceiveWalkIn is not decided yet');
}

export function rebook(_state: ShopState, _command: CommandOf<'Rebook'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('Rebook is not decided yet');
}

export function cancelJob(_state: ShopState, _command: CommandOf<'CancelJob'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('CancelJob is not decided yet');
}

export function reserveBay(_state: ShopState, _command: CommandOf<'ReserveBay'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ReserveBay is not decided yet');
}

export function releaseBay(_state: ShopState, _command: CommandOf<'ReleaseBay'>): Result<DomainEvent[]> {
  throw new Error('ReleaseBay is not decided yet');
}
