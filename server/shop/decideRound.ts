// shop/ — decides a batch of commands one after the other, each on the state that the ones before it will have made.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import { FOLD, type CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import type { Clock } from '../clock.ts';
import { seal } from '../log/hashChain.ts';
import type { SealedEntry } from '../log/log.ts';
import type { FoldPosition } from './fold.ts';
import { isExpired, REMEMBERED_DAYS } from './recentCommands.ts';
import type { WaitingCommand } from './waitingCommand.ts';

/** What was decided of one command. */
export interface Verdict {
  command: WaitingCommand;
  answer?: CommandAnswer;
  /** It happened already, at this version: the answer is what was answered then. */
  repeats?: number;
}

/** A round: a verdict for each command, and the entries to store, in order. */
export interface Round {
  verdicts: Verdict[];
  sealed: { command: WaitingCommand; sealed: SealedEntry; state: ShopState }[];
}

const refuse = (code: 'commandReused' | 'commandExpired'): CommandAnswer => ({
  ok: false,
  status: 422,
  refusal: code === 'commandReused' ? refusal(code, {}) : refusal(code, { days: REMEMBERED_DAYS }),
});

/** Decides all commands of a batch on a position of the fold. Pure, but for the clock. */
export function decideRound(
  { position, clock }: { position: Readonly<FoldPosition>; clock: Clock },
  batch: readonly WaitingCommand[],
): Round {
  const round: Round = { verdicts: [], sealed: [] };
  const earlier = new Map<string, { fingerprint: string; answer: CommandAnswer }>();
  let { state, version, hash, at } = position;
  for (const command of batch) {
    const { id } = command.command;
    const verdict = (answer: CommandAnswer) => round.verdicts.push({ command, answer });
    if (isExpired(id, clock.real())) {
      verdict(refuse('commandExpired'));
      continue;
    }
    const before = position.recent.find(id);
    if (before) {
      if (before.fingerprint === command.fingerprint) round.verdicts.push({ command, repeats: before.version });
      else verdict(refuse('commandReused'));
      continue;
    }
    const twin = earlier.get(id);
    if (twin) {
      verdict(twin.fingerprint === command.fingerprint ? twin.answer : refuse('commandReused'));
      continue;
    }
    // Time never runs back, whatever the clock does [LOG-3].
    at = Math.max(clock.now(), at);
    const decided = decide(state, command.command, { at, by: command.by });
    if (!decided.ok) {
      verdict({ ok: false, status: 422, refusal: decided.refusal });
      continue;
    }
    if (decided.value.length === 0) {
      verdict({ ok: true, version, events: [] });
      continue;
    }
    const sealed = seal({
      version: version + 1,
      epoch: position.epoch,
      at,
      by: command.by,
      commandId: id,
      fingerprint: command.fingerprint,
      fold: FOLD,
      events: decided.value,
      previousHash: hash,
    });
    state = foldEntry(state, sealed.entry);
    ({ version, hash } = sealed.entry);
    const answer: CommandAnswer = { ok: true, version, events: sealed.entry.events };
    earlier.set(id, { fingerprint: command.fingerprint, answer });
    round.sealed.push({ command, sealed, state });
    verdict(answer);
  }
  return round;
}
