// domain/ — telephones, names and VINs in one spelling, so that the same one typed twice is the same. Plates: `plate.ts`.

/** A telephone number without spaces and dashes, in half width. */
export function phoneOf(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
}

/** A person's name as it is kept: half width, no spaces around it. */
export function personNameOf(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** A vehicle identification number: half width, capitals, no spaces. */
export function vinOf(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
}
