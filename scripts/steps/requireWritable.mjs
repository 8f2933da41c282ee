// Before anything is installed or built: may we write into the checkout?
import { accessSync, constants } from 'node:fs';
import { root } from './root.mjs';
import { Stop } from './stop.mjs';

/** Throws a {@link Stop} when the folder of the checkout cannot be written to. */
export function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Stop(
      `The folder ${root} cannot be written to: give your user the right to write there, or clone Zhunshi elsewhere.`,
    );
  }
}
