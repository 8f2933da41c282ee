// figures/ — an answer of the server → the rows of the page: names joined, counts and rates as text. Pure.
import { figuresWords } from '@zhunshi/shared/i18n/figuresWords.ts';
import type { OnTimeFigures, Rate } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { missText, rateText } from '@zhunshi/shared/views/rateText.ts';
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

/** One figure as it is written. */
export interface FigureCell {
  /** `38/41` */
  counts: string;
  /** `92.6%`, or that there are too few cars to say [OTR-3]. */
  rate: string;
  /** The rate is hidden: the counts come first then. */
  hidden: boolean;
  /** Points under the target, as a sentence; null: it is reached, has none, or is hidden. */
  miss: string | null;
}

/** The figures of the shop, or of a part of it. */
export interface FigureRow {
  key: string;
  name: string;
  settled: FigureCell;
  settledOriginal: FigureCell;
  due: FigureCell;
  dueOriginal: FigureCell;
  revised: FigureCell;
  excused: string;
}

const parts = ['advisors', 'teams', 'technicians', 'serviceTypes'] as const;
/** What the shop is divided by. */
export type PartKey = (typeof parts)[number];

/** The rows of one division of the shop. */
export interface PartRows {
  key: PartKey;
  heading: string;
  rows: FigureRow[];
}

/** A figure with its counts; `target` null where it has none, as the share of moved promises [FIG-12]. */
export function cellOf({ of, kept, rate }: Rate, target: number | null, view: Pick<ShopView, 'language'>): FigureCell {
  const say = figuresWords[view.language];
  const miss = rate === null || target === null ? null : missText(rate, target);
  return {
    counts: `${String(kept)}/${String(of)}`,
    rate: rate === null ? say.tooFew : `${rateText(rate)}%`,
    hidden: rate === null,
    miss: miss === null ? null : say.below(miss),
  };
}

/** The shop's own row. */
export function shopRowOf(view: ShopView, { shop }: OnTimeAnswer): FigureRow {
  return rowOf(view, 'shop', figuresWords[view.language].shop, shop);
}

/** The rows by advisor, team, technician and service type: those with most cars first [FIG-12]; nothing of parts without one. */
export function partRowsOf(view: ShopView, answer: OnTimeAnswer): PartRows[] {
  const cars = ({ settled, due }: OnTimeFigures): number => Math.max(settled.of, due.of);
  return parts.map((key) => ({
    key,
    heading: figuresWords[view.language].parts[key],
    rows: Object.entries(answer[key])
      .toSorted(([a, its], [b, others]) => cars(others) - cars(its) || a.localeCompare(b))
      .map(([part, figures]) => rowOf(view, part, partName(view, key, part), figures)),
  }));
}

function rowOf(view: ShopView, key: string, name: string, figures: OnTimeFigures): FigureRow {
  const { onTimeTarget } = view.shop;
  const cell = (rate: Rate): FigureCell => cellOf(rate, onTimeTarget, view);
  return {
    key,
    name,
    settled: cell(figures.settled),
    settledOriginal: cell(figures.settledOriginal),
    due: cell(figures.due),
    dueOriginal: cell(figures.dueOriginal),
    revised: cellOf(figures.revised, null, view),
    excused: figuresWords[view.language].excusedCount(figures.excused),
  };
}

/** What a part is called; its id or code where the shop has it no more. */
function partName(view: ShopView, key: PartKey, part: string): string {
  if (key === 'teams') return view.state.teams[part]?.name ?? part;
  if (key !== 'serviceTypes') return nameOf(view, part);
  const type = view.shop.serviceTypes.find(({ code }) => code === part);
  return type?.[view.language === 'zh-CN' ? 'zh' : 'en'] ?? part;
}
