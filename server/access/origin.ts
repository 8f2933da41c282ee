// access/ — where a request comes from [ACC-4]. Browsers say it and cannot lie about it; whoever says nothing is no browser, and
// has to bring a session or a token like everybody else.
import type { IncomingHttpHeaders } from 'node:http';

/** True unless a browser says that the request comes from another site. */
export function isOwnOrigin({ origin, host, ...headers }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return isOwnSite(headers['sec-fetch-site']);
  if (host === undefined) return false;
  try {
    return new URL(origin).host === new URL(`http://${host}`).host || new URL(origin).host === host;
  } catch {
    return false;
  }
}

function isOwnSite(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
