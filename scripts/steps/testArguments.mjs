// What `npm test -- …` understands.
import { Stop } from './stop.mjs';

/** The parts of `npm test`, in the order in which they run. */
export const parts = /** @type {const} */ (['check', 'unit', 'integration', 'e2e']);

/** @typedef {(typeof parts)[number]} Part */

/**
 * @param {string[]} args as typed after `npm test --`
 * @returns {{ only: Part[], files: string[] }} the parts to run, and file names to choose among their tests
 * @throws {Stop} one sentence when an argument is unknown
 */
export function parseTestArguments(args) {
  /** @type {Part[]} */
  const only = [];
  /** @type {string[]} */
  const files = [];
  const rest = args.flatMap((arg) => (arg.startsWith('--only=') ? ['--only', arg.slice('--only='.length)] : [arg]));
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--only') only.push(parsePart(rest.shift()));
    else if (arg.startsWith('-'))
      throw new Stop(`npm test does not know "${arg}"; it takes: npm test -- [--only ${parts.join('|')}] [file …].`);
    else files.push(arg);
  }
  return { only: only.length === 0 ? [...parts] : only, files };
}

/** @param {string | undefined} text */
function parsePart(text) {
  const part = parts.find((candidate) => candidate === text);
  if (part === undefined) throw new Stop(`--only needs one of ${parts.join(', ')}, but got "${text ?? ''}".`);
  return part;
}
