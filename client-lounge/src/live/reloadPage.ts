// live/ — reloads the page when the server says that it is an old one, or goes to the wall's, but only once the server answers: a dark
// screen helps nobody.
import { retryDelayMs } from '@zhunshi/shared/wire/displayLine.ts';

const LAST_RELOAD_KEY = 'zhunshi.lounge.reloadedAt';
/** A page that is dismissed again right after reloading waits, instead of flickering. */
const LEAST_BETWEEN_MS = 60_000;

/** Reloads as soon as a probe of this page has answered; tries until then. At once where somebody waits for it. */
export async function reloadWhenServed(why: 'outdated' | 'asked'): Promise<void> {
  if (why === 'outdated') await wait(restOfPause());
  await served(window.location.pathname);
  window.sessionStorage.setItem(LAST_RELOAD_KEY, String(Date.now()));
  window.location.reload();
}

/** Goes to another page of this server as soon as a probe of it has answered; tries until then. */
export async function goWhenServed(path: string): Promise<void> {
  await served(path);
  window.location.replace(path);
}

function restOfPause(): number {
  const since = Date.now() - Number(window.sessionStorage.getItem(LAST_RELOAD_KEY) ?? 0);
  return since < 0 ? 0 : Math.max(0, LEAST_BETWEEN_MS - since);
}

async function served(path: string): Promise<void> {
  for (let retries = 0; !(await isServed(path)); retries += 1) await wait(retryDelayMs(retries, Math.random()));
}

async function isServed(path: string): Promise<boolean> {
  try {
    const answer = await fetch(path, { cache: 'no-store' });
    return answer.ok;
  } catch {
    return false;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
