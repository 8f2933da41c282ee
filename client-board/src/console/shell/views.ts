// shell/ — the views of the console, and who has which.
import { isOneOf, keepersOf, maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';

const views = ['dispatch', 'kanban', 'people', 'figures', 'import', 'setup', 'displays'] as const;
export type ViewKey = (typeof views)[number];

/** True for the key of a view. */
export function isView(key: string): key is ViewKey {
  return views.some((view) => view === key);
}

/** Views in their order; figures, importing, set-up and displays only for those who may [CMD-6] [FIG-8] [ACC-3]. */
export function viewsFor(roles: readonly Role[]): ViewKey[] {
  return views.filter((view) => {
    if (view === 'figures') return isOneOf(roles, keepersOf('onTime'));
    if (view === 'import') return maySend(roles, 'ImportOrders');
    if (view === 'setup') return maySend(roles, 'SetDayHours');
    return view !== 'displays' || isOneOf(roles, keepersOf('displays'));
  });
}
