// views/ — plates as screens show them: in two parts for the workshop, masked for the lounge [PRV-3].
import type { PlateParts } from './wallBoard.ts';

/** Province and first letter of a mainland plate, also before 港 澳 学 警 挂 ones; 使 and foreign plates have no such prefix. */
const PREFIX = /^([\u4e00-\u9fff][A-Z])(.+)$/u;

/** A plate in two parts: `粤B` and `D37923`. */
export function plateParts(plate: string, localPrefix: string): PlateParts {
  const match = PREFIX.exec(plate);
  if (!match) return { prefix: '', rest: plate, local: true };
  const [, prefix = '', rest = ''] = match;
  return { prefix, rest, local: prefix === localPrefix };
}

/** The prefix that most plates have. */
export function localPrefixOf(plates: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const plate of plates) {
    const prefix = PREFIX.exec(plate)?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return sorted[0]?.[0] ?? '';
}

/**
 * Province, first letter, two stars, last two: `粤B·**12`; of a plate without that prefix two stars and the last two. Of a very
 * short one less, so that never more than half of it is told.
 */
export function maskedPlate(plate: string): string {
  const { prefix, rest } = plateParts(plate, '');
  const figures = Array.from(rest);
  const told = figures.slice(figures.length - Math.min(2, Math.floor(figures.length / 2))).join('');
  return prefix === '' ? `**${told}` : `${prefix}·**${told}`;
}

/**
 * Labels of cars by their plates: masked; where two cars in the shop would look alike, the slip number is added [PRV-3].
 * Returns the label for each job id.
 */
export function maskedLabels(cars: readonly { job: string; plate: string; slip: string }[]): Map<string, string> {
  const alike = new Map<string, number>();
  for (const { plate } of cars) alike.set(maskedPlate(plate), (alike.get(maskedPlate(plate)) ?? 0) + 1);
  return new Map(
    cars.map(({ job, plate, slip }) => {
      const masked = maskedPlate(plate);
      return [job, (alike.get(masked) ?? 0) > 1 ? `${masked} ${slip}` : masked];
    }),
  );
}
