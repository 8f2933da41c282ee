// api/ — one request to the server's HTTP interface: an answer, a refusal, or no answer at all. Nothing is thrown.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';

/** What came back. `refusal` null: nobody answered, so whether it was done is unknown. */
export type ApiAnswer<Value> = { ok: true; value: Value } | { ok: false; status: number; refusal: Refusal | null };

/** What is sent: JSON, or a file as it is. */
export interface ApiBody {
  json?: unknown;
  file?: Blob;
}

/** How long the browser waits for an answer, ms; an import of a large file needs its time. */
const patienceMs = 30_000;

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Calls `path` below `/api/v1`. The caller names the type of the answer, which is the server's promise (`shared/wire`).
 * A refusal comes back as a value; so does silence (`refusal: null`), after which the same request may be sent again.
 */
export async function callApi<Value>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body: ApiBody = {},
): Promise<ApiAnswer<Value>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body.json === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body.json) }),
      ...(body.file === undefined ? {} : { headers: { 'content-type': 'text/csv' }, body: body.file }),
    });
    const answer = await bodyOf(response);
    if (response.ok) return { ok: true, value: answer as Value };
    return { ok: false, status: response.status, refusal: isRefusal(answer) ? answer : null };
  } catch {
    // Refused connection, lost network or patience at its end: all of them mean that nobody answered.
    return { ok: false, status: 0, refusal: null };
  }
}
