// wire/ — is this page's address one that other machines can open?

/** True for a host name that works on this machine only: such an address is of no use on a TV or on a printed slip. */
export function isOnlyHere(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** The address that a screen may name to whoever stands before it, null where it leads nowhere but to that screen. */
export function addressForOthers({ hostname, host }: { hostname: string; host: string }): string | null {
  return isOnlyHere(hostname) ? null : host;
}
