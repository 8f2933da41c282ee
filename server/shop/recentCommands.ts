// shop/ — the commands of the last days, beside the fold: what makes a command happen once [CMD-1].

const DAY = 86_400_000;
/** How long the answer to a command can be asked for again. */
export const REMEMBERED_DAYS = 7;
/** How far ahead of Redis' clock the one may be that made a command's id. */
const AHEAD_MS = 5 * 60_000;

/** An accepted command: where its events are, and the fingerprint of its content. */
export interface RecentCommand {
  version: number;
  fingerprint: string;
}

/** Epoch ms that a UUIDv7 was made at: its first 48 bits. */
function madeAt(commandId: string): number {
  return Number.parseInt(commandId.replace('-', '').slice(0, 12), 16);
}

/** Is a command too old, or too far in the future, to be told apart from one that happened? [CMD-3] */
export function isExpired(commandId: string, real: number): boolean {
  const at = madeAt(commandId);
  return !(at > real - REMEMBERED_DAYS * DAY && at < real + AHEAD_MS);
}

/** Accepted commands by id, for a little longer than they can be asked for. */
export class RecentCommands {
  readonly #commands: Map<string, RecentCommand>;

  constructor(commands: Iterable<readonly [string, RecentCommand]> = []) {
    this.#commands = new Map(commands);
  }

  find(commandId: string): RecentCommand | undefined {
    return this.#commands.get(commandId);
  }

  remember(commandId: string, command: RecentCommand): void {
    this.#commands.set(commandId, command);
  }

  /** Forgets what can no longer be asked for; a day is left for clocks that disagree. */
  forgetBefore(real: number): void {
    const oldest = real - (REMEMBERED_DAYS + 1) * DAY;
    for (const commandId of this.#commands.keys()) if (!(madeAt(commandId) >= oldest)) this.#commands.delete(commandId);
  }

  /** All of them, for a snapshot. */
  toJSON(): [string, RecentCommand][] {
    return [...this.#commands];
  }
}
