// access/ — the first start: a one-time code opens the set-up page, once [SET-6]. The code and the manager's first PIN are printed
// by main.ts, and kept nowhere but in this process; Redis has the code's hash.
import { timingSafeEqual } from 'node:crypto';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { PinSheet, SetUpRequest } from '@zhunshi/shared/wire/setUp.ts';
import type { Clock } from '../clock.ts';
import type { AttemptLimit } from './accessStore.ts';
import { hashOf, randomCode, readCode } from './crockford.ts';
import { firstPins } from './pinRules.ts';
import { shopsSetUp } from './servedShop.ts';
import { setUpShop } from './setUpShop.ts';
import type { SetUpParts } from './setUpShop.ts';

/** A request sent again after a lost answer gets the same sheet for so long; then it is gone for good. */
const SHEET_MS = 5 * 60_000;
/** There is one code, so all tries count together, wherever they come from. */
const CODE = 'code';

/** What the console has to say at a first start. */
export interface FirstStart {
  /** `ABCD-EFGH` */
  code: string;
  /** First PIN of the first manager; null: it was given by MANAGER_PIN, and is not repeated. */
  managerPin: string | null;
}

export interface SetUps {
  /** True while no shop is set up. */
  needed(): boolean;
  /** Makes a new code when one is needed; the one of an earlier start is worth nothing any more. Null: all is set up. */
  prepare(): Promise<FirstStart | null>;
  /** Whether the code is right. Refused: `wrongSetUpCode`, `lockedOut` after 5 wrong ones, `alreadySetUp`. */
  check(code: string): Promise<Result<null>>;
  /** Sets the shop up. Refused: as `check`; the file is wrong; `conflict` while another request does it. */
  setUp(request: SetUpRequest): Promise<Result<PinSheet>>;
}

interface SetUpsParts extends SetUpParts {
  limit: AttemptLimit;
  clock: Clock;
  /** From MANAGER_PIN; null: one is made. */
  managerPin: string | null;
}

/** The first start of a server. */
export function createSetUps(parts: SetUpsParts): SetUps {
  const { shops, store, limit, clock } = parts;
  let managerPin = parts.managerPin;
  let given: { request: string; at: number; sheet: PinSheet } | null = null;
  const needed = (): boolean => shopsSetUp(shops).length === 0;

  async function whyNot(code: string): Promise<Refusal | null> {
    if (!needed()) return refusal('alreadySetUp', {});
    const locked = await limit.attempt(CODE);
    if (locked > 0) return refusal('lockedOut', { minutes: Math.ceil(locked / 60_000) });
    const stored = await store.setUpCode();
    if (stored && isSame(hashOf(readCode(code)), stored.codeHash)) {
      await limit.forget(CODE);
      return null;
    }
    const lockedNow = await limit.failed(CODE);
    return lockedNow > 0
      ? refusal('lockedOut', { minutes: Math.ceil(lockedNow / 60_000) })
      : refusal('wrongSetUpCode', {});
  }

  async function makeShop({ id, source }: SetUpRequest): Promise<Result<PinSheet>> {
    if (!(await store.claimSetUp(id))) return refused(refusal('conflict', {}));
    try {
      const made = await setUpShop(parts, { id, source, managerPin });
      if (made.ok) await store.dropSetUpCode();
      return made;
    } finally {
      await store.releaseSetUp(id);
    }
  }

  return {
    needed,
    async prepare() {
      if (!needed()) return null;
      const code = randomCode(2, 4);
      await store.keepSetUpCode({ codeHash: hashOf(readCode(code)) });
      await limit.forget(CODE);
      managerPin ??= firstPins(1)[0] ?? null;
      return { code, managerPin: parts.managerPin === null ? managerPin : null };
    },
    async check(code) {
      const no = await whyNot(code);
      return no ? refused(no) : accepted(null);
    },
    async setUp(request) {
      const key = hashOf(JSON.stringify([request.id, readCode(request.code)]));
      if (given?.request === key && clock.real() - given.at < SHEET_MS) return accepted(given.sheet);
      const no = await whyNot(request.code);
      if (no) return refused(no);
      const made = await makeShop(request);
      if (made.ok) given = { request: key, at: clock.real(), sheet: made.value };
      return made;
    },
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** What the console prints at a start, in both languages: how to set up, or how to log in. */
export function accessNotice(first: FirstStart | null): string[] {
  if (!first) return ['登录：用工号或姓名和密码。 Log in with your staff number or name, and your PIN.'];
  const pin = first.managerPin ?? '(MANAGER_PIN)';
  return [
    '首次设置：打开上面的地址，输入设置码。 First start: open the address above and enter the set-up code.',
    `  设置码 Set-up code: ${first.code}`,
    `  经理的首个密码 First PIN of the manager: ${pin}`,
  ];
}
