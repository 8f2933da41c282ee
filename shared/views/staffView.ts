// views/ — projection for staff: the fold without what only the server needs, and the directory entries that a role may see.
import type { Directory } from '../domain/directory.ts';
import type { ShopState } from '../domain/state.ts';
import type { Role } from '../domain/words.ts';

/** Roles that see customers' names and telephone numbers [PRV-5]. */
const SEES_CUSTOMERS: ReadonlySet<Role> = new Set<Role>(['advisor', 'dispatcher', 'manager', 'inspector']);

/** True for roles that may see who the customer is [PRV-5]. */
export function seesCustomers(roles: readonly Role[]): boolean {
  return roles.some((role) => SEES_CUSTOMERS.has(role));
}

/**
 * The fold as staff get it: what is long over stays on the server, which alone needs all of it. What was learned goes along, for
 * consoles predict too, and so does what can be undone. Of visits that are over a console gets those whose jobs it has, and those
 * whose lateness waits for a judgement [OTR-6].
 */
export function staffState(state: ShopState): ShopState {
  const visits = Object.fromEntries(
    Object.entries(state.visits).filter(([id, { handOver }]) => state.jobs[id] ?? handOver.excuse === 'asked'),
  );
  return { ...state, closedOrders: {}, visits };
}

/** The directory as these roles may see it: technicians and washers see cars by their plates, not whose they are [PRV-5]. */
export function directoryFor(roles: readonly Role[], directory: Directory): Directory {
  if (seesCustomers(roles)) return directory;
  const vehicles = Object.fromEntries(
    Object.entries(directory.vehicles).map(([ref, { plate, model }]) => [ref, { plate, model, vin: '' }]),
  );
  return { vehicles, persons: {}, staff: directory.staff };
}
