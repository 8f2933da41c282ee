// e2e/testing/ — the sample shop set up through the API, as a person would: code, sheet, first PINs changed, displays, a day of orders.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { CreateDisplayAnswer, DisplayKind } from '@zhunshi/shared/wire/displays.ts';
import type { CommandAnswer, StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { PinSheet } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { ordersFor } from '../../server/demo/sampleOrders.ts';

const timeZone = 'Asia/Shanghai';
/** PIN that everybody changes to. */
export const ownPin = '802746';

type WithoutId<Any> = Any extends { id: string } ? Omit<Any, 'id'> : never;

/** Somebody logged in. */
export interface Person {
  staff: string;
  cookie: string;
}

export interface SampleShop {
  readonly id: string;
  readonly sheet: PinSheet;
  /** Logs in with the first PIN and changes it, or with the changed one. */
  person(staff: string): Promise<Person>;
  command(by: Person, command: WithoutId<Command>, id?: string): Promise<CommandAnswer>;
  state(by: Person): Promise<ShopState>;
  display(kind: DisplayKind): Promise<string>;
  importDay(by: Person, bytes: Uint8Array): Promise<void>;
}

/** The sample's orders as if they were of today. */
export async function todaysOrders(): Promise<Uint8Array> {
  return ordersFor(localDay(Date.now(), timeZone), 0);
}

/** The one-time code in what a server printed. */
export function printedCode(printed: string): string {
  const code = /Set-up code: (\S+)/.exec(printed)?.[1];
  if (code === undefined) throw new Error(`No set-up code was printed:\n${printed}`);
  return code;
}

/** Sets the sample shop up on a server that has none. */
export async function setUpSample(url: string, printed: string): Promise<SampleShop> {
  const code = printedCode(printed);
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify(body),
    });
  const sheet = await answerOf<PinSheet>(await post('/setup', { id: uuidv7(), code, source: { kind: 'sample' } }));
  const shop = sheet.shop.id;
  const changed = new Set<string>();

  const login = async (staff: string, pin: string): Promise<string> => {
    const response = await post('/session', { staff, pin });
    await answerOf(response);
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const person = async (staff: string): Promise<Person> => {
    if (changed.has(staff)) return { staff, cookie: await login(staff, ownPin) };
    const pin = sheet.people.find((one) => one.staff === staff)?.pin ?? '';
    const cookie = await login(staff, pin);
    const response = await post('/session/pin', { pin, newPin: ownPin }, cookie);
    await answerOf(response);
    changed.add(staff);
    const renewed = response.headers.get('set-cookie');
    return { staff, cookie: renewed === null ? cookie : (renewed.split(';')[0] ?? cookie) };
  };

  return {
    id: shop,
    sheet,
    person,
    async command(by, command, id = uuidv7()) {
      const response = await post(`/shops/${shop}/commands`, { id, ...command }, by.cookie);
      const body = (await response.json()) as { version: number; events: [] };
      return response.ok
        ? { ok: true, ...body }
        : { ok: false, status: response.status as 422, refusal: body as unknown as { code: 'conflict' } };
    },
    async state(by) {
      const response = await fetch(`${url}/api/v1/shops/${shop}/state`, { headers: { cookie: by.cookie } });
      return (await answerOf<StaffSnapshot>(response)).state;
    },
    async display(kind) {
      const manager = sheet.people.find(({ roles }) => roles.includes('manager'))?.staff ?? '';
      const { cookie } = await person(manager);
      const made = await post(`/shops/${shop}/displays`, { name: kind, kind }, cookie);
      return (await answerOf<CreateDisplayAnswer>(made)).token;
    },
    async importDay(by, bytes) {
      const response = await fetch(`${url}/api/v1/shops/${shop}/import?mode=apply&id=${uuidv7()}&applyChanges=0`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', origin: url, cookie: by.cookie },
        body: Buffer.from(bytes),
      });
      await answerOf(response);
    },
  };
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${JSON.stringify(body)}`);
  return body as Answer;
}
