// wire/ — how a screen without a token gets one: it shows a code, asks gently whether somebody has typed it, and takes a new code when
// the old one is over [PAIR-1]. Wall and lounge hand in their `fetch`, their store and their timers.
import type { AccessStore, Paired } from './displayAccess.ts';
import type { PairingBegun, PairingState } from './pairing.ts';

/** A screen asks so often whether its code was typed. */
const ASK_MS = 3_000;
/** After silence it asks again: later each time, up to so long. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
/** An answer that has not come by then is not waited for. */
const PATIENCE_MS = 10_000;
/** Secret and code of the screen: it shows the same code after a power cut. */
const KEY = 'zhunshi.pairing';

/** What is used of the browser's `fetch`. */
export type Fetch = (
  path: string,
  init: { method: string; cache: 'no-store'; referrerPolicy: 'same-origin'; headers: Record<string, string> },
) => Promise<{ readonly ok: boolean; readonly status: number; json: () => Promise<unknown> }>;

/** Time, chance, network and memory of the screen, as those of `keepLine`. */
export interface PairingTools {
  now: () => number;
  after: (ms: number, act: () => void) => () => void;
  /** 0..1 */
  chance: () => number;
  fetch: Fetch;
  store: AccessStore;
}

/** What the screen shows of it. */
export interface PairingShown {
  /** Null: there is none that could be typed now. */
  code: string | null;
  /** The server does not answer. */
  silent: boolean;
}

export interface PairingScreen {
  show: (shown: PairingShown) => void;
  /** Somebody has typed the code; nothing more is asked. */
  paired: (paired: Paired) => void;
}

/** `later`: nobody answered, or nothing that helps; `gone`: the server does not know this screen's code (any more). */
type Reply<Value> = { kind: 'said'; value: Value } | { kind: 'gone' } | { kind: 'later' };

/** Shows codes until one was typed, or until the returned function is called. */
export function keepPairing(screen: PairingScreen, tools: PairingTools): () => void {
  const { now, after, chance, store } = tools;
  const [keptSecret = '', keptCode = ''] = (store.getItem(KEY) ?? '').split(' ');
  let secret = keptSecret;
  let code = keptCode;
  /** By the screen's clock; what was kept is shown only once the server has said that it is good. */
  let endsAt = -Infinity;
  let failures = 0;
  let stopped = false;
  let stopWait = (): void => undefined;

  function show(): void {
    screen.show({ code: now() < endsAt ? code : null, silent: failures > 1 });
  }

  function keep(next: Pick<PairingBegun, 'secret' | 'code'> | null): void {
    secret = next?.secret ?? '';
    code = next?.code ?? '';
    store.setItem(KEY, next === null ? '' : `${secret} ${code}`);
  }

  function wait(ms: number): void {
    stopWait();
    stopWait = after(ms, () => void step());
  }

  /** One question, and what follows from its answer. */
  async function step(): Promise<void> {
    const isOver = endsAt !== -Infinity && now() >= endsAt;
    const isBeginning = secret === '' || isOver;
    const asked = await (isBeginning ? begin(secret, tools) : look(secret, tools));
    if (stopped) return;
    if (asked.kind === 'later') {
      failures += 1;
      show();
      const later = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance());
      const rest = endsAt - now();
      // A code that is over is not left standing while nobody answers.
      wait(rest > 0 ? Math.min(later, rest) : later);
      return;
    }
    failures = 0;
    if (asked.kind === 'gone') {
      keep(null);
      endsAt = -Infinity;
      show();
      wait(0);
    } else if ('secret' in asked.value) {
      keep(asked.value);
      good(asked.value.expiresInMs);
    } else if (asked.value.paired) {
      stopped = true;
      keep(null);
      screen.paired(asked.value);
    } else good(asked.value.expiresInMs);
  }

  function good(forMs: number): void {
    endsAt = now() + forMs;
    show();
    wait(Math.min(ASK_MS, Math.max(0, forMs)));
  }

  show();
  wait(0);
  return () => {
    stopped = true;
    stopWait();
  };
}

/** Asks for a code; an earlier secret is given back, so that its code is worth nothing any more. */
function begin(earlier: string, tools: PairingTools): Promise<Reply<PairingBegun>> {
  return ask('POST', earlier, tools) as Promise<Reply<PairingBegun>>;
}

function look(secret: string, tools: PairingTools): Promise<Reply<PairingState>> {
  return ask('GET', secret, tools) as Promise<Reply<PairingState>>;
}

/** Nothing is thrown; what is no answer within patience is `later`. */
function ask(method: string, secret: string, { fetch, after }: PairingTools): Promise<Reply<unknown>> {
  const headers: Record<string, string> = secret === '' ? {} : { authorization: `Pairing ${secret}` };
  return new Promise((resolve) => {
    const stop = after(PATIENCE_MS, () => resolve({ kind: 'later' }));
    const settle = (reply: Reply<unknown>): void => {
      stop();
      resolve(reply);
    };
    // Where a page sends no referrer, as ours, old Chromium says of a POST that it comes from nowhere, and it would be refused [ACC-4].
    fetch('/api/v1/pairings', { method, cache: 'no-store', referrerPolicy: 'same-origin', headers })
      .then(async (answer) => {
        if (answer.ok) settle({ kind: 'said', value: await answer.json() });
        else settle({ kind: answer.status === 404 ? 'gone' : 'later' });
      })
      .catch(() => settle({ kind: 'later' }));
  });
}
