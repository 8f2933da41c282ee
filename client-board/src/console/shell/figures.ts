// shell/ — the figures of the top bar: how many cars are here and wait, and the rate of kept promises against the target.
import { isHere } from '@zhunshi/shared/domain/job.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import { keptStageOf } from '../desk/keptStage.ts';
import type { ShopView } from '../desk/shopView.ts';

export interface TopFigures {
  inShop: number;
  waiting: number;
  today: { delivered: number; onTime: number };
  /** 0..1; null under 20 cars [OTR-3]. */
  monthRate: number | null;
  target: number;
}

const fewestForRate = 20;

/** Counts of a moment. */
export function topFiguresOf({ state, shop, asOf, timeZone }: ShopView): TopFigures {
  const jobs = Object.values(state.jobs);
  const day = localDay(asOf, timeZone);
  const month = Object.entries(state.days).filter(([one]) => one.startsWith(day.slice(0, 7)));
  const delivered = month.reduce((sum, [, figures]) => sum + figures.delivered, 0);
  const onTime = month.reduce((sum, [, figures]) => sum + figures.onTime, 0);
  return {
    inShop: jobs.filter(isHere).length,
    waiting: jobs.filter((job) => keptStageOf(job) === 'waiting').length,
    today: state.days[day] ?? { delivered: 0, onTime: 0 },
    monthRate: delivered < fewestForRate ? null : onTime / delivered,
    target: shop.onTimeTarget,
  };
}
