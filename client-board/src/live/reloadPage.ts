// live/ — loads a display's page anew, or goes to the other kind's, but only once the server answers: a dark screen helps nobody.
import { retryDelayMs } from '@zhunshi/shared/wire/displayLine.ts';

const LAST_RELOAD_KEY = 'zhunshi.wall.reloadedAt';
/** A page that is sent away again right after reloading waits, instead of flickering. */
const LEAST_BETWEEN_MS = 60_000;
/** A shop's screens do not come back in one moment. */
const SPREAD_MS = 3_000;

/** Reloads as soon as a probe of this page has answered; tries until then. At once where somebody waits for it. */
export async function reloadWhenServed(why: 'outdated' | 'asked'): Promise<void> {
  if (why === 'outdated') await wait(Math.random() * SPREAD_MS + restOfPause());
  await served(location.pathname);
  sessionStorage.setItem(LAST_RELOAD_KEY, String(Date.now()));
  location.reload();
}

/** Goes to another page of this server as soon as a probe of it has answered; tries until then. */
export async function goWhenServed(path: string): Promise<void> {
  await served(path);
  location.replace(path);
}

function restOfPause(): number {
  const since = Date.now() - Number(sessionStorage.getItem(LAST_RELOAD_KEY) ?? 0);
  return since < 0 ? 0 : Math.max(0, LEAST_BETWEEN_MS - since);
}

async function served(path: string): Promise<void> {
  for (let retries = 0; !(await isServed(path)); retries += 1) await wait(retryDelayMs(retries, Math.random()));
}

async function isServed(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
