// domain/deciders/ — 
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import type { Result } from '../result.ts';
import type { ShopState } from '../state.ts';

export function undo(_state: ShopState, _command: CommandOf<'Undo'>, _context: Context): Result<DomainEvent[]> {
  throw new Error('Undo is not decided yet');
}
