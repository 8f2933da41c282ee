// access/ — the cookie that carries a session's ticket, read alike for HTTP and for sockets.
import { parseCookie } from 'cookie';

export const SESSION_COOKIE = 'zhunshi';

/** The ticket in a Cookie header; '' where there is none. */
export function ticketIn(header: string | undefined): string {
  return parseCookie(header ?? '')[SESSION_COOKIE] ?? '';
}
