// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function reassign(_state: ShopState, _command: CommandOf<'Reassign'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('Reassign is not decided yet');
}

export function moveCar(_state: ShopState, _command: CommandOf<'MoveCar'>): Result<DomainEvent[]> {
  throw new Error('MoveCar is not decided yet');
}

export function reviseHold(_state: ShopState, _command: CommandOf<'ReviseHold'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('ReviseHold is not decided yet');
}

export function partsArrived(_state: ShopState, _command: CommandOf<'PartsArrived'>): Result<DomainEvent[]> {
  throw new Error('PartsArrived is not decided yet');
}
