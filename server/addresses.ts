// addresses — where the server can be reached, for the person at the console and for the screens in the house.
import { networkInterfaces } from 'node:os';

/** URLs of a listening server, this machine's own first; one where it listens on a single address. */
export function addresses(port: number, host: string | undefined, interfaces = networkInterfaces()): string[] {
  const url = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
  if (host !== undefined && host !== '0.0.0.0' && host !== '::') return [url(host)];
  const lan = Object.values(interfaces)
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => url(address));
  return [url('localhost'), ...lan];
}
