// Tests of the ids of what a customer says.
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { expect, it } from 'vitest';
import { commandId } from './commandId.ts';

it('given a moment, when an id is made, then every command takes it, and it tells that moment [TRK-5]', () => {
  const now = Date.UTC(2026, 10, 23, 1, 0);
  for (const fill of [0, 0x5a, 0xff]) {
    const id = commandId(now, new Uint8Array(10).fill(fill));
    expect(commandSchema.safeParse({ id, type: 'MarkReady', job: 'A' }).success).toBe(true);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
  }
});
