// setup/ — reading the one-time set-up code as people type it: small letters, dashes, spaces, O for 0.

/** Characters of a set-up code. */
const setUpCodeLength = 8;

/** A typed code: its characters as the server means them, and how many are missing (negative: too many). */
export interface TypedCode {
  code: string;
  missing: number;
}

/** Reads a code in Crockford's alphabet, where O is 0, and I and L are 1; everything else that is no character of it is left out. */
export function readSetUpCode(typed: string): TypedCode {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, '');
  return { code, missing: setUpCodeLength - code.length };
}
