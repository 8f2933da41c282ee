// access/ — what a PIN must be, and the first ones of everybody [ACC-5].
import { randomInt } from 'node:crypto';

const FIRST_PIN_DIGITS = 6;

/** One digit only, a run up or down, or a short pattern again and again: what people try first. */
function isTrivial(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  if (steps.every((step) => step === steps[0])) return true;
  return [2, 3].some((length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length));
}

/** True for a PIN that may be chosen: 6 to 12 digits and not trivial [ACC-5]. */
export function isGoodPin(pin: string): boolean {
  return /^\d{6,12}$/.test(pin) && !isTrivial(pin);
}

function randomPin(): string {
  return String(randomInt(10 ** FIRST_PIN_DIGITS)).padStart(FIRST_PIN_DIGITS, '0');
}

/**
 * First PINs: 6 random digits each, good ones, no two alike and none of those `taken` [ACC-5].
 *
 * @param count how many; far fewer than there are PINs
 */
export function firstPins(count: number, taken: readonly string[] = []): string[] {
  const pins = new Set<string>();
  while (pins.size < count) {
    const pin = randomPin();
    if (isGoodPin(pin) && !taken.includes(pin)) pins.add(pin);
  }
  return [...pins];
}
