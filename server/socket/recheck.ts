// socket/ — now and then each open connection is asked about anew: a session or a customer's link may have ended, or a
// display been shut out or changed, on another node.
import type { Connection, Connections, Visitor } from '../access/connections.ts';
import type { Displays } from '../access/displays.ts';
import type { Logins } from '../access/logins.ts';
import type { TrackLinks } from '../access/trackLinks.ts';

/** So long may a connection outlive its session, where that ended on another node. */
const RECHECK_MS = 10_000;

interface RecheckParts {
  connections: Connections;
  logins: Logins;
  displays: Displays;
  links: Pick<TrackLinks, 'isOpen'>;
  report: (what: string, error: unknown) => void;
}

/** Cuts the connections that may no longer be there, and notes the displays that are, which hear what is chosen for them. When Redis does not answer nobody is cut. */
export async function recheck({ connections, logins, displays, links, report }: RecheckParts): Promise<void> {
  const mayStay = async ({ visitor }: Connection): Promise<boolean> => {
    if (visitor.kind === 'staff') return logins.isOpen(visitor.session);
    if (visitor.kind === 'customer') return links.isOpen(visitor.link);
    const told = await displays.toldTo(visitor.display);
    if (told === null) return false;
    connections.tellDisplay(told);
    await displays.seen(visitor.display);
    return true;
  };
  // Many screens may share one token: each is asked about once.
  const byTicket = new Map<string, Connection[]>();
  for (const connection of connections.all) {
    const ticket = ticketOf(connection.visitor);
    byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), connection]);
  }
  const outcomes = await Promise.allSettled(
    [...byTicket.values()].map(async (shared) => {
      const [one] = shared;
      if (one && !(await mayStay(one))) for (const connection of shared) connection.cut();
    }),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) report('connections could not be checked', failed.reason);
}

function ticketOf(visitor: Visitor): string {
  switch (visitor.kind) {
    case 'staff':
      return visitor.session.tokenHash;
    case 'display':
      return visitor.display.tokenHash;
    case 'customer':
      return visitor.link.tokenHash;
  }
}

/** Rechecks every few seconds until the returned function is called. */
export function keepChecking(parts: RecheckParts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const next = (): void => {
    timer = setTimeout(() => void recheck(parts).finally(() => stopped || next()), RECHECK_MS);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
