// shop/ — the writer: one shop's commands, one after the other. Those that arrive while an append is under way are decided together
// on the state as it will be, and stored in one round trip. It answers when their entries are stored, never before.
import { setTimeout as wait } from 'node:timers/promises';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { WriteRefused, type AppendOutcome } from '../log/log.ts';
import { decideRound, type Round } from './decideRound.ts';
import type { DirectoryReceipt } from './directoryStore.ts';
import type { ShopAtWork } from './shopAtWork.ts';
import type { WaitingCommand } from './waitingCommand.ts';

const MOST_AT_ONCE = 64;
/** Rounds after which a command is told that others were always faster. */
const TRIES = 24;

export const unknownOutcome: CommandAnswer = { ok: false, status: 503, refusal: refusal('unknownOutcome', {}) };
const readOnly: CommandAnswer = { ok: false, status: 503, refusal: refusal('readOnly', {}) };
const conflict: CommandAnswer = { ok: false, status: 409, refusal: refusal('conflict', {}) };

/** The writer of one shop on this node. */
export class CommitQueue {
  readonly #shop: ShopAtWork;
  readonly #waiting: WaitingCommand[] = [];
  #running = false;
  /** The answer to an append was lost: the log must be read before anything else is decided. */
  #uncertain = false;
  #idle: (() => void)[] = [];

  constructor(shop: ShopAtWork) {
    this.#shop = shop;
  }

  /** Puts a command in line; its `answer` is called once. */
  add(command: WaitingCommand): void {
    this.#waiting.push(command);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  /** Resolves when nothing is under way. */
  async whenIdle(): Promise<void> {
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#commit(batch);
      } catch (error) {
        this.#shop.report('a batch of commands failed', error);
        this.#uncertain = true;
      }
      // Nobody waits for ever, whatever went wrong: what has no answer by now is unknown.
      for (const command of batch) command.answer(unknownOutcome);
    }
    this.#running = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commit(batch: readonly WaitingCommand[]): Promise<void> {
    let open = batch;
    for (let attempt = 1; attempt <= TRIES && open.length > 0; attempt += 1) {
      if (!this.#shop.serving || (this.#uncertain && !(await this.#shop.catchUp()))) return;
      this.#uncertain = false;
      const round = decideRound(this.#shop, open);
      if (round.sealed.length === 0) {
        const upToDate = await this.#isUpToDate(round);
        if (upToDate === 'behind') continue;
        if (upToDate === 'yes') await this.#settle(round);
        return;
      }
      const outcome = await this.#store(round);
      if (outcome === 'stopped') return;
      if (outcome.outcome === 'appended') {
        for (const { sealed, state } of round.sealed) this.#shop.advance(sealed.entry, state);
        await this.#settle(round);
        return;
      }
      if (outcome.outcome === 'fork' || !(await this.#follow(round, outcome))) return;
      open = open.filter(({ answered }) => !answered);
      await wait(Math.random() * Math.min(attempt, 8));
    }
    for (const command of open) await this.#refuse(command, conflict);
  }

  /**
   * A refusal is only as good as what it was decided on: another node may have made the command possible since, or have stored this
   * very command and lost the answer [CMD-1]. An append finds that out by itself; a round without one reads the log.
   */
  async #isUpToDate({ verdicts }: Round): Promise<'yes' | 'behind' | 'unknown'> {
    if (verdicts.every(({ repeats }) => repeats !== undefined)) return 'yes';
    const { version } = this.#shop;
    if (await this.#shop.catchUp()) return this.#shop.version === version ? 'yes' : 'behind';
    this.#uncertain = true;
    return 'unknown';
  }

  /** Directory first, then the entries [PRV-1]. 'stopped': what depends on it has its answer, or gets `unknownOutcome`. */
  async #store(round: Round): Promise<AppendOutcome | 'stopped'> {
    try {
      for (const { command, sealed, state } of round.sealed) {
        await this.#shop.writePersonal(command, { events: sealed.entry.events, state });
      }
      const outcome = await this.#shop.log.append(
        this.#shop.id,
        round.sealed.map(({ sealed }) => sealed),
      );
      this.#shop.writability.taken();
      if (outcome.outcome === 'fork') this.#shop.distrust('the last entry is not the one that this node knows');
      return outcome;
    } catch (error) {
      if (error instanceof WriteRefused) {
        this.#shop.writability.refused();
        for (const { command } of round.verdicts) await this.#refuse(command, readOnly);
      } else {
        this.#uncertain = true;
        this.#shop.report('the answer to an append was lost', error);
      }
      return 'stopped';
    }
  }

  /**
   * Another node was faster: fold what it wrote. False when the log cannot be followed from here. The log is compared with where
   * the round was decided, not with the fold of now: while the answer was on its way, the tail may have brought entries beyond it.
   */
  async #follow({ sealed }: Round, outcome: { epoch: string; lastVersion: number }): Promise<boolean> {
    const decided = sealed[0]?.sealed.entry;
    const astray = outcome.epoch !== decided?.epoch || outcome.lastVersion < decided.version - 1;
    if (astray && decided?.epoch === this.#shop.epoch) {
      this.#shop.distrust('the log is of another epoch, or shorter than what this node has folded');
      return false;
    }
    if (await this.#shop.catchUp()) return true;
    this.#uncertain = true;
    return false;
  }

  async #settle(round: Round): Promise<void> {
    const receipts: DirectoryReceipt[] = [];
    for (const { command, answer, repeats } of round.verdicts) {
      if (repeats !== undefined) command.answer(await this.#shop.answerAgain(repeats));
      else if (answer?.ok === false) await this.#refuse(command, answer);
      else if (answer) {
        command.answer(answer);
        if (command.receipt) receipts.push(command.receipt);
      }
    }
    for (const receipt of receipts) await this.#shop.confirmPersonal(receipt);
  }

  async #refuse(command: WaitingCommand, answer: CommandAnswer): Promise<void> {
    if (command.answered) return;
    command.answer(answer);
    if (command.receipt) await this.#shop.withdrawPersonal(command.receipt);
  }
}
