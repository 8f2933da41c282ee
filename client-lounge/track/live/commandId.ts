// live/ — the id of what a customer says: a UUIDv7 (RFC 9562), so that it has an age. The package that the console uses for it guards
// the order of ids within a millisecond, which one answer does not need, and weighs more than this page can bear.

/** @param now epoch ms; @param random 10 random bytes */
export function commandId(now: number, random: Uint8Array): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const bytes = Array.from(random, (byte, index) => {
    // Version 7 in the first of them, the variant in the third.
    if (index === 0) return 0x70 | (byte & 0x0f);
    return index === 2 ? 0x80 | (byte & 0x3f) : byte;
  });
  const all = hex(now, 12) + bytes.map((byte) => hex(byte, 2)).join('');
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}
