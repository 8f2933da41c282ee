// live/ — reloads the page when the server says that it is an old one, but only once the server answers: a dark screen helps nobody.
import { retryDelayMs } from '@zhunshi/shared/wire/displayLine.ts';

const LAST_RELOAD_KEY = 'zhunshi.lounge.reloadedAt';
/** A page that is dismissed again right after reloading waits, instead of flickering. */
const LEAST_BETWEEN_MS = 60_000;

/** Reloads as soon as a probe of this page has answered; tries until then. */
export async function reloadWhenServed(retries = 0): Promise<void> {
  const since = Date.now() - Number(window.sessionStorage.getItem(LAST_RELOAD_KEY) ?? 0);
  const mayReload = since < 0 || since > LEAST_BETWEEN_MS;
  if (mayReload && (await isServed())) {
    window.sessionStorage.setItem(LAST_RELOAD_KEY, String(Date.now()));
    window.location.reload();
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, retryDelayMs(retries, Math.random())));
  return reloadWhenServed(retries + 1);
}

async function isServed(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.pathname, { cache: 'no-store' });
    return answer.ok;
  } catch {
    return false;
  }
}
