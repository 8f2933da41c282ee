// session/ — who is at this console: asks the server, logs in, changes the first PIN, logs out.
import type { SessionAnswer } from '@zhunshi/shared/wire/session.ts';
import type { SetUpStatus } from '@zhunshi/shared/wire/setUp.ts';
import { callApi } from '../../api/callApi.ts';
import type { ApiAnswer } from '../../api/callApi.ts';

/** Where the console begins. */
export type Beginning =
  { kind: 'known'; session: SessionAnswer } | { kind: 'login' } | { kind: 'setUp' } | { kind: 'nobody' };

/** Finds out whether somebody is logged in, or whether there is no shop yet. */
export async function begin(): Promise<Beginning> {
  const session = await callApi<SessionAnswer>('GET', '/session');
  if (session.ok) return { kind: 'known', session: session.value };
  if (session.refusal === null) return { kind: 'nobody' };
  const setUp = await callApi<SetUpStatus>('GET', '/setup');
  return setUp.ok && setUp.value.needed ? { kind: 'setUp' } : { kind: 'login' };
}

/** A PIN as it counts: the sheet prints it in groups, and people type what they read. */
export function pinDigits(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}

export function logIn(staff: string, pin: string): Promise<ApiAnswer<SessionAnswer>> {
  return callApi('POST', '/session', { json: { staff: staff.trim(), pin: pinDigits(pin) } });
}

export function changePin(pin: string, newPin: string): Promise<ApiAnswer<SessionAnswer>> {
  return callApi('POST', '/session/pin', { json: { pin: pinDigits(pin), newPin: pinDigits(newPin) } });
}

export function logOut(): Promise<ApiAnswer<unknown>> {
  return callApi('DELETE', '/session');
}
