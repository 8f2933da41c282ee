// shop/ — a command between its arrival and its answer.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Actor } from '@zhunshi/shared/domain/entry.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import type { DirectoryReceipt } from './directoryStore.ts';
import type { DirectoryWrite, SaidAlong } from './shop.ts';

/** A command in line. */
export interface WaitingCommand {
  readonly command: Command;
  readonly by: Actor;
  readonly personal: DirectoryWrite | SaidAlong | undefined;
  readonly fingerprint: string;
  /** Set once its directory entries are written, with what was written as text. */
  receipt: DirectoryReceipt | undefined;
  written: string;
  readonly answered: boolean;
  /** The first answer counts; later ones do nothing. */
  answer(answer: CommandAnswer): void;
}

/** Puts a command in line. */
export function waitingCommand(
  content: Pick<WaitingCommand, 'command' | 'by' | 'personal' | 'fingerprint'>,
  answer: (answer: CommandAnswer) => void,
): WaitingCommand {
  let answered = false;
  return {
    ...content,
    receipt: undefined,
    written: '',
    get answered() {
      return answered;
    },
    answer(value) {
      if (answered) return;
      answered = true;
      answer(value);
    },
  };
}
