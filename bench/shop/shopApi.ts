// bench/shop/ — the shop's HTTP interface as the bench uses it: like any client, and loud where something is refused.
import type { DisplayKind, CreateDisplayAnswer } from '@zhunshi/shared/wire/displays.ts';
import type { ImportAnswer } from '@zhunshi/shared/wire/importPreview.ts';
import type { StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';

/** Requests of one visitor to one server. */
export class ShopApi {
  readonly url: string;
  readonly cookie: string | undefined;

  constructor(url: string, cookie?: string) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Sets the sample shop up; everybody's first PIN comes back. */
  setUpSample(code: string): Promise<PinSheet> {
    return this.#post('/setup', { json: { id: uuidv7(), code, source: { kind: 'sample' } } });
  }

  /** Logs a person in with their first PIN and changes it, as everybody must. */
  async logIn(staff: string, pin: string): Promise<ShopApi> {
    const first = await this.#send('/session', { json: { staff, pin } });
    const guest = new ShopApi(this.url, cookieOf(first));
    const changed = await guest.#send('/session/pin', {
      json: { pin, newPin: `${pin.split('').reverse().join('')}73` },
    });
    return new ShopApi(this.url, cookieOf(changed) ?? guest.cookie);
  }

  /** Imports an order file whole. */
  importOrders(shop: string, file: string): Promise<ImportAnswer> {
    return this.#post(`/shops/${shop}/import?mode=apply&id=${uuidv7()}&applyChanges=0`, { text: file });
  }

  /** Lets a display in. */
  createDisplay(shop: string, kind: DisplayKind): Promise<CreateDisplayAnswer> {
    return this.#post(`/shops/${shop}/displays`, { json: { name: `bench ${kind}`, kind } });
  }

  /** The shop as staff see it. */
  async state(shop: string): Promise<StaffSnapshot> {
    const response = await this.#send(`/shops/${shop}/state`);
    return (await response.json()) as StaffSnapshot;
  }

  async #post<Answer>(path: string, body: { json?: unknown; text?: string }): Promise<Answer> {
    const response = await this.#send(path, body);
    return (await response.json()) as Answer;
  }

  async #send(path: string, { json, text }: { json?: unknown; text?: string } = {}): Promise<Response> {
    const body = json === undefined ? text : JSON.stringify(json);
    const response = await fetch(`${this.url}/api/v1${path}`, {
      headers: {
        'content-type': json === undefined ? 'text/csv' : 'application/json',
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

/** The session of an answer, as a browser would send it back. */
function cookieOf(response: Response): string | undefined {
  return response.headers.getSetCookie()[0]?.split(';')[0];
}
