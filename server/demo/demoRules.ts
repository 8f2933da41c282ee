// demo/ — how the sample's workshop wants it done: a checklist for each service type, all three inspections for accidents, and nothing
// handed over before it is settled.
import { defaultRules } from '@zhunshi/shared/domain/defaultRules.ts';
import type { ShopRules } from '@zhunshi/shared/domain/state.ts';
import { suggestedPoints } from '@zhunshi/shared/i18n/inspectWords.ts';

/** The sample is a shop that writes Chinese. */
const points = suggestedPoints['zh-CN'];

/** Rules of the demo and of the simulated week. */
export const demoRules: ShopRules = {
  ...defaultRules,
  settleFirst: true,
  inspections: {
    maintenance: { self: false, leader: false, points: [...points.maintenance] },
    general: { self: true, leader: false, points: [...points.general] },
    accident: { self: true, leader: true, points: [...points.accident] },
    warranty: { self: false, leader: false, points: [...points.warranty] },
    firstService: { self: false, leader: false, points: [...points.firstService] },
  },
};
