// live/ — how this screen is to show its wall: as a manager chose, or as its own address says, which whoever stands before it can change.
import { MOST_INSET, plainLounge } from '@zhunshi/shared/wire/displayChoices.ts';
import type { LoungeChoice } from '@zhunshi/shared/wire/displayChoices.ts';

/** What the address names; the rest is the manager's. */
export type OwnChoice = Partial<LoungeChoice>;

/**
 * Reads `?inset=0…5&turned=1&leds=0`; what is none of these is not named [LNG-7].
 * @param fields of the address
 */
export function choiceInAddress(fields: { get: (name: string) => string | null }): OwnChoice {
  const inset = fields.get('inset');
  const percent = inset === null || inset.trim() === '' ? NaN : Number(inset);
  const turned = yesOrNo(fields.get('turned'));
  const leds = yesOrNo(fields.get('leds'));
  return {
    ...(percent >= 0 && percent <= MOST_INSET ? { inset: percent } : {}),
    ...(turned === null ? {} : { turned }),
    ...(leds === null ? {} : { leds }),
  };
}

function yesOrNo(value: string | null): boolean | null {
  if (value === '1') return true;
  return value === '0' ? false : null;
}

/** The choice that counts: the address's before the manager's [LNG-7]. */
export function choiceOf(own: OwnChoice, told: LoungeChoice | null): LoungeChoice {
  return { ...plainLounge, ...told, ...own };
}
