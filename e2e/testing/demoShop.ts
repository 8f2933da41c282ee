// e2e/testing/ — the demo as it is started by hand: a shop in the middle of its morning, with whom to log in as and where the screens are.
import { startServerProcess, until, type ServerProcess } from './serverProcess.ts';

/** As slow as it goes: what a test looks at stays so while it looks. */
const slowest = ['--demo', '--speed', '1'];

/** Whom the demo lets in. */
export const guests = { dispatcher: 'P29', advisor: 'P23', manager: 'P35' } as const;

export interface DemoShop {
  readonly server: ServerProcess;
  /** PIN that was printed for somebody. */
  pin(staff: string): string;
  /** Address of a screen, with its token. */
  display(kind: 'wall' | 'lounge'): string;
}

/** Starts the demo and waits until its morning has been caught up with. */
export async function startDemoShop(): Promise<DemoShop> {
  const server = await startServerProcess(slowest);
  const printed = (pattern: RegExp): string => {
    const found = pattern.exec(server.printed())?.[1];
    if (found === undefined) throw new Error(`Not printed: ${pattern.source}\n${server.printed()}`);
    return found;
  };
  const display = (kind: 'wall' | 'lounge'): string => `${server.url}/${printed(new RegExp(`/(${kind}#token=\\S+)`))}`;
  await until(async () => display('lounge') !== '');
  return { server, pin: (staff) => printed(new RegExp(`${staff}  PIN (\\d+)`)), display };
}
