import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import { book, checkIn, dispatch } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock, uuidOf } from '@zhunshi/shared/testing/littleShop.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { addPending, foldOfSnapshot, readEntries, settlePending, shownState } from './staffFold.ts';
import type { StaffFold } from './staffFold.ts';

const epoch = 'e1';
const mine = uuidOf(900);
const checkingIn: Command = { id: mine, type: 'CheckIn', job: 'WT1' };
const soon = clock('08:40');

/** A screen that shows all that happened. */
function screenOf({ state, entries }: Scenario): StaffFold {
  const viewer = { staff: 'ada', roles: [] };
  const directory = { vehicles: {}, persons: {}, staff: {} };
  return foldOfSnapshot({ epoch, version: entries.length, state, directory, viewer }, []);
}

/** The entries that a scenario gained since a version, as they travel. */
function entriesAfter({ entries }: Scenario, version: number, commandId = uuidOf(1)): WireEntry[] {
  return entries.slice(version).map((entry) => ({ ...entry, commandId }));
}

const stageOn = (fold: StaffFold, job = 'WT1') => {
  const found = shownState(fold, 'ada').jobs[job];
  return found && stageOf(found);
};

describe('what a screen of the staff holds', () => {
  it('[LIVE-2] given a booked car, when a check-in is asked for, then it shows at once, and the confirmed fold is untouched', () => {
    const fold = addPending(screenOf(given(book('WT1'))), checkingIn, soon);
    expect(stageOn(fold)).toBe('waiting');
    expect(fold.confirmed.jobs['WT1']?.checkedInAt).toBeNull();
  });

  it('[LIVE-2] given a pending check-in, when it is refused, then it is taken back', () => {
    const asked = addPending(screenOf(given(book('WT1'))), checkingIn, soon);
    const answer = { ok: false, status: 403, refusal: refusal('notAllowed', { roles: ['dispatcher'] }) } as const;
    const after = settlePending(asked, mine, answer);
    expect(stageOn(after)).toBe('booked');
    expect(after.pending).toEqual([]);
  });

  it('[LIVE-2] given a pending check-in, when it is accepted before its entry is read, then it keeps showing until the entry replaces it', () => {
    const scenario = given(book('WT1'));
    const before = scenario.entries.length;
    const asked = addPending(screenOf(scenario), checkingIn, soon);
    const accepted = settlePending(asked, mine, { ok: true, version: before + 1, events: [] });
    expect(stageOn(accepted)).toBe('waiting');
    const read = readEntries(accepted, { epoch, entries: entriesAfter(scenario.and(checkIn('WT1')), before, mine) });
    expect(read?.pending).toEqual([]);
    expect(read?.confirmed).toEqual(scenario.state);
  });

  it('given an entry that came before its answer, when the answer comes, then nothing is pending', () => {
    const scenario = given(book('WT1'));
    const before = scenario.entries.length;
    const asked = addPending(screenOf(scenario), checkingIn, soon);
    const read = readEntries(asked, { epoch, entries: entriesAfter(scenario.and(checkIn('WT1')), before, mine) });
    const settled = settlePending(read!, mine, { ok: true, version: before + 1, events: [] });
    expect(settled.pending).toEqual([]);
    expect(settled.confirmed).toEqual(scenario.state);
    // A page with a queue of its own does not show it on top of its entry.
    expect(settled.readLately).toContain(mine);
  });

  it('given that another desk was quicker, when the own command no longer fits, then the screen shows what is confirmed', () => {
    const scenario = given(book('WT1'));
    const before = scenario.entries.length;
    const asked = addPending(screenOf(scenario), checkingIn, soon);
    const read = readEntries(asked, { epoch, entries: entriesAfter(scenario.and(checkIn('WT1')), before) });
    expect(read?.pending).toHaveLength(1);
    expect(shownState(read!, 'ada')).toEqual(scenario.state);
  });

  it('given two own commands, the second built on the first, when neither is answered, then both show', () => {
    const sent: Command = { id: uuidOf(901), ...dispatch('WT1', ['o1'], 'L1', 'tan') };
    const fold = addPending(addPending(screenOf(given(book('WT1'))), checkingIn, soon), sent, soon);
    expect(stageOn(fold)).toBe('dispatched');
  });

  it('[WIRE-2] given an entry that is missing, when a later one comes, then the screen asks for a snapshot and never guesses', () => {
    const scenario = given(book('WT1'));
    const before = scenario.entries.length;
    const fold = screenOf(scenario);
    scenario.and(checkIn('WT1'), book('WT2'));
    expect(readEntries(fold, { epoch, entries: entriesAfter(scenario, before + 1) })).toBeNull();
  });

  it('[WIRE-2] given entries that were read before, when they come again, then they change nothing', () => {
    const scenario = given(book('WT1'), checkIn('WT1'));
    const fold = screenOf(scenario);
    expect(readEntries(fold, { epoch, entries: entriesAfter(scenario, 1) })).toEqual(fold);
  });

  it('given another life of the log, when its entries come, then only a snapshot helps', () => {
    const scenario = given(book('WT1'));
    expect(readEntries(screenOf(scenario), { epoch: 'e2', entries: [] })).toBeNull();
  });

  it('given a snapshot that holds an accepted command, when it is read, then what is unanswered stays pending', () => {
    const scenario = given(book('WT1'), checkIn('WT1'));
    const version = scenario.entries.length;
    const unanswered = { command: { ...checkingIn, id: uuidOf(902) }, askedAt: soon, acceptedAs: null };
    const pending = [{ command: checkingIn, askedAt: soon, acceptedAs: version }, unanswered];
    const { state } = scenario;
    const directory = { vehicles: {}, persons: {}, staff: {} };
    const snapshot = { epoch, version, state, directory, viewer: { staff: 'ada', roles: [] } };
    expect(foldOfSnapshot(snapshot, pending).pending).toEqual([unanswered]);
  });
});
