import { describe, expect, it } from 'vitest';
import { firstViewOf, viewsFor } from './views.ts';

describe('views of the console', () => {
  it('[CMD-6] given a technician, when the views are listed, then neither import nor displays are among them', () => {
    expect(viewsFor(['technician'])).toEqual(['dispatch', 'kanban', 'people']);
  });

  it('[ACC-3] given an advisor and a manager, when the views are listed, then displays are the manager’s alone', () => {
    expect([viewsFor(['advisor']).includes('displays'), viewsFor(['manager']).includes('displays')]).toEqual([
      false,
      true,
    ]);
  });

  it('[CMD-6] given an advisor and a technician, when the views are listed, then the notices are the advisor’s', () => {
    expect([viewsFor(['advisor']).includes('notices'), viewsFor(['technician']).includes('notices')]).toEqual([
      true,
      false,
    ]);
  });

  it('[FIG-8] given an inspector and an advisor, when the views are listed, then the figures are the advisor’s alone', () => {
    expect([viewsFor(['inspector']).includes('figures'), viewsFor(['advisor']).includes('figures')]).toEqual([
      false,
      true,
    ]);
  });

  it('[CMD-6] given an advisor, an inspector and a dispatcher, when they log in, then each begins with the own work', () => {
    expect([firstViewOf(['advisor']), firstViewOf(['inspector']), firstViewOf(['dispatcher', 'advisor'])]).toEqual([
      'advisor',
      'inspect',
      'dispatch',
    ]);
  });
});
