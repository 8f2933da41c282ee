// demo/ — how the sample's workshop wants it done: all three inspections for accidents, and nothing handed over before it is settled.
import { defaultRules } from '@zhunshi/shared/domain/defaultRules.ts';
import type { ShopRules } from '@zhunshi/shared/domain/state.ts';

/** Rules of the demo and of the simulated week. */
export const demoRules: ShopRules = {
  ...defaultRules,
  settleFirst: true,
  inspections: {
    accident: { self: true, leader: true, points: ['漆面', '间隙', '灯光'] },
    general: { self: true, leader: false, points: ['路试'] },
  },
};
