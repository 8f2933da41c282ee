// shell/ — the views of the console, and who has which.
import { isOneOf, keepersOf, maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';

const views = [
  'dispatch',
  'kanban',
  'advisor',
  'inspect',
  'people',
  'figures',
  'import',
  'notices',
  'setup',
  'displays',
  'audit',
] as const;
export type ViewKey = (typeof views)[number];

/** True for the key of a view. */
export function isView(key: string): key is ViewKey {
  return views.some((view) => view === key);
}

/** Views in their order; what only some may do is shown to them only [CMD-6] [FIG-8] [ACC-3]. */
export function viewsFor(roles: readonly Role[]): ViewKey[] {
  return views.filter((view) => allowed[view]?.(roles) ?? true);
}

/** The view that a person's day begins with: the desk's cars for an advisor, the queue of cars to inspect for an inspector. */
export function firstViewOf(roles: readonly Role[]): ViewKey {
  if (isOneOf(roles, ['dispatcher', 'manager'])) return 'dispatch';
  if (roles.includes('advisor')) return 'advisor';
  return roles.includes('inspector') ? 'inspect' : 'dispatch';
}

/** Views that not everybody has. */
const allowed: Partial<Record<ViewKey, (roles: readonly Role[]) => boolean>> = {
  advisor: (roles) => maySend(roles, 'BookJob'),
  inspect: (roles) => maySend(roles, 'PassInspection') || roles.includes('teamLeader'),
  figures: (roles) => isOneOf(roles, keepersOf('onTime')),
  import: (roles) => maySend(roles, 'ImportOrders'),
  notices: (roles) => maySend(roles, 'PostNotice'),
  setup: (roles) => maySend(roles, 'SetDayHours'),
  displays: (roles) => isOneOf(roles, keepersOf('displays')),
  audit: (roles) => isOneOf(roles, keepersOf('log')),
};
