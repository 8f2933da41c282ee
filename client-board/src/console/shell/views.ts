// shell/ — the views of the console, and who has which.
import type { Role } from '@zhunshi/shared/domain/words.ts';

const views = ['dispatch', 'kanban', 'people', 'import', 'displays'] as const;
export type ViewKey = (typeof views)[number];

/** True for the key of a view. */
export function isView(key: string): key is ViewKey {
  return views.some((view) => view === key);
}

const importers: readonly Role[] = ['manager', 'dispatcher', 'advisor'];

/** Views in their order; importing is for the desk, displays are the manager's. */
export function viewsFor(roles: readonly Role[]): ViewKey[] {
  return views.filter((view) => {
    if (view === 'import') return roles.some((role) => importers.includes(role));
    return view !== 'displays' || roles.includes('manager');
  });
}
