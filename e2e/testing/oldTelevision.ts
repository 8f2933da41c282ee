// e2e/testing/ — the browser of an old television: a real Chromium 64, which is driven by its own protocol, for playwright knows
// no browser that old. A new one is driven so too where playwright would keep its pages awake.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { unpackOldChromium } from '../../scripts/steps/ensureOldChromium.mjs';
import { until } from './serverProcess.ts';

export interface OldTelevision {
  /** Errors of the page: exceptions that nothing caught, and what it logged as an error, but for the network. */
  readonly errors: string[];
  open(address: string): Promise<void>;
  /** What an expression is in the page; a promise is waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Anything else, in the words of the protocol. */
  tell(method: string, params: object): Promise<void>;
  switchOff(): Promise<void>;
}

interface Target {
  type: string;
  webSocketDebuggerUrl?: string;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** Directives of our policy that it does not know; it says so, and goes on. */
const unknownToIt = /Unrecognized Content-Security-Policy directive/;

/** Switches it on, with a screen of such a size. */
export async function switchOn(
  size: { width: number; height: number },
  program = unpackOldChromium(),
): Promise<OldTelevision> {
  const profile = await mkdtemp(join(tmpdir(), 'zhunshi-television-'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0'];
  const browser = spawn(
    program,
    [
      ...args,
      `--user-data-dir=${profile}`,
      `--window-size=${String(size.width)},${String(size.height)}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const debugging = await new Promise<string>((found, failed) => {
    let said = '';
    browser.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /DevTools listening on ws:\/\/([^/]+)/.exec(said)?.[1];
      if (port !== undefined) found(port);
    });
    browser.once('error', failed);
    browser.once('exit', (code) => failed(new Error(`The browser ended with ${String(code)}:\n${said}`)));
  });
  // It listens before its first page is there.
  let page: string | undefined;
  await until(async () => {
    const pages = (await (await fetch(`http://${debugging}/json`)).json()) as Target[];
    page = pages.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    return page !== undefined;
  });
  const line = new WebSocket(page ?? '');
  await new Promise((open, failed) => {
    line.once('open', open);
    line.once('error', failed);
  });

  const errors: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  let asked = 0;
  line.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else errors.push(...errorsIn(message));
  });
  const ask = async <Answer>(method: string, params: object = {}): Promise<Answer> => {
    asked += 1;
    const id = asked;
    const { result, error } = await new Promise<Message>((answer) => {
      waiting.set(id, answer);
      line.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as Answer;
  };
  for (const domain of ['Runtime', 'Log', 'Page']) await ask(`${domain}.enable`);

  return {
    errors,
    async open(address) {
      await ask('Page.navigate', { url: address });
    },
    async evaluate<Value>(expression: string): Promise<Value> {
      const answer = await ask<{ result: { value: unknown }; exceptionDetails?: unknown }>('Runtime.evaluate', {
        ...{ expression, awaitPromise: true, returnByValue: true },
      });
      if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
      return answer.result.value as Value;
    },
    async tell(method, params) {
      await ask(method, params);
    },
    async switchOff() {
      line.close();
      const gone = new Promise((exit) => browser.once('exit', exit));
      browser.kill();
      await gone;
      // Processes of the browser that end a moment later still write into it.
      await rm(profile, { recursive: true, force: true, maxRetries: 30 });
    },
  };
}

/** What a message of the browser says of errors. */
function errorsIn({ method, params }: Message): string[] {
  if (method === 'Runtime.exceptionThrown') return [JSON.stringify(params)];
  if (method === 'Runtime.consoleAPICalled') {
    const called = params as { type: string };
    return called.type === 'error' ? [JSON.stringify(params)] : [];
  }
  if (method !== 'Log.entryAdded') return [];
  const { entry } = params as { entry: { level: string; source: string; text: string } };
  const counts = entry.level === 'error' && entry.source !== 'network' && !unknownToIt.test(entry.text);
  return counts ? [`${entry.source}: ${entry.text}`] : [];
}
