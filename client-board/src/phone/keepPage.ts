// phone/ — asks the browser to keep this page for dead spots, where it can: on a LAN without TLS browsers do not, and the page then
// works as long as it stays open.

const scope = '/phone';

/** Registers the worker and tells it what this page is made of. Failing is no error: the page is then not there without the network. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    const registration = await navigator.serviceWorker.register('/phoneWorker.js', { scope });
    const worker = registration.active ?? (await navigator.serviceWorker.ready).active;
    worker?.postMessage(filesOfPage());
  } catch {
    // Forbidden in this browser, or no network just now.
  }
}

/** Scripts and styles of this page, by their paths. */
function filesOfPage(): string[] {
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="stylesheet"]')];
  const scripts = [...document.querySelectorAll('script')].map(({ src }) => src);
  return [...scripts, ...linked.map(({ href }) => href)]
    .map((address) => new URL(address, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}
