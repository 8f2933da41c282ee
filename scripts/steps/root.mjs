// Where the checkout is; every step works from here, whatever the current folder is.
import { resolve } from 'node:path';

/** Absolute path of the checkout. */
export const root = resolve(import.meta.dirname, '../..');
