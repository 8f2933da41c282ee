// phone/ — the service worker of `/phone`: keeps the page and the files it is made of, so that it opens in a dead spot. The network comes
// first for the page, so a new build replaces the old one; files have their content in their names and never change.
// It runs by itself in the browser: it imports nothing.

interface WorkerEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface PhoneWorker {
  location: Location;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener(type: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', act: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', act: (event: WorkerEvent & { data: unknown }) => void): void;
}

const worker = globalThis as unknown as PhoneWorker;
const cacheName = 'zhunshi-phone';
const page = '/phone';
/** A network that says nothing for so long is a dead spot. */
const patienceMs = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (Array.isArray(event.data)) event.waitUntil(keepFiles(event.data.map(String)));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(pageOf(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fileOf(request));
});

/** The page that is open says what it is made of: that is kept, and what an older one was made of is not. */
async function keepFiles(paths: string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = new Set([page, ...paths].map((path) => new URL(path, worker.location.origin).href));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  for (const url of wanted) {
    if (kept.has(url) && !url.endsWith(page)) continue;
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response);
  }
}

async function pageOf(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(page);
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(patienceMs) } : {});
    if (response.ok || !kept) return response;
  } catch {
    // No network, or one that says nothing.
  }
  return kept ?? Response.error();
}

async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName });
  return kept ?? fetch(request);
}
