// A console that comes in the middle of the day folds on from what it was given, to the same as the server.
import { expect, test } from 'vitest';
import { foldEntry } from '../domain/evolve.ts';
import { initialState, type ShopState } from '../domain/state.ts';
import { call, dispatch, finish, handOver, ready, start, arrived, type Wish } from '../testing/commandsOf.ts';
import { at, given } from '../testing/scenario.ts';
import { staffState } from './staffView.ts';

const undo = (command: string): Wish => ({ type: 'Undo', command });
const followUp = (job: string): Wish => ({ type: 'RecordFollowUp', job, punctual: false, satisfaction: 2 });

test('given a snapshot at any version, what comes after folds to what the server has, undone acts and judgements too', () => {
  const day = given(ready('A'), call('A'), handOver('A'), arrived('B'), dispatch('B', ['o1'], 'L1', 'tan'));
  day.and(undo(day.entries.at(-1)!.commandId), dispatch('B', ['o1'], 'L2', 'mei'), start('B', 'o1'));
  day.and(at('09:00'), finish('B', 'o1'), followUp('A'), ready('C'), handOver('C'));
  day.and(undo(day.entries.at(-1)!.commandId));
  const server: ShopState[] = [initialState];
  for (const entry of day.entries) server.push(foldEntry(server.at(-1)!, entry));
  for (const [version, snapshot] of server.entries()) {
    const overTheWire = JSON.parse(JSON.stringify(staffState(snapshot))) as ShopState;
    const console = day.entries.slice(version).reduce(foldEntry, overTheWire);
    expect(staffState(console), `from version ${String(version)}`).toEqual(staffState(day.state));
  }
});
