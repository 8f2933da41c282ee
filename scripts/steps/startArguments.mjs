// What `npm start -- …` understands; the server is given the same arguments.
import { Stop } from './stop.mjs';

const usage = 'npm start -- [--demo] [--speed N]';
const fastest = 1000;

/**
 * @param {string[]} args as typed after `npm start --`
 * @returns {string[]} the same, one spelling each: `--demo`, `--speed`, `N`
 * @throws {Stop} one sentence when an argument is unknown or incomplete
 */
export function parseStartArguments(args) {
  let demo = false;
  /** @type {string | undefined} */
  let speed;
  const rest = args.flatMap((arg) => (arg.startsWith('--speed=') ? ['--speed', arg.slice('--speed='.length)] : [arg]));
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--demo') demo = true;
    else if (arg === '--speed') speed = parseSpeed(rest.shift());
    else throw new Stop(`npm start does not know "${arg}"; it takes: ${usage}.`);
  }
  if (speed !== undefined && !demo)
    throw new Stop(`--speed is for the demo only: npm start -- --demo --speed ${speed}.`);
  return [...(demo ? ['--demo'] : []), ...(speed === undefined ? [] : ['--speed', speed])];
}

/** @param {string | undefined} text */
function parseSpeed(text) {
  const speed = Number(text);
  if (text === undefined || text === '' || !(speed >= 1 && speed <= fastest)) {
    const given = text === undefined ? 'nothing' : `"${text}"`;
    throw new Stop(
      `--speed needs a number from 1 to ${fastest} (minutes of the demo day per minute), but got ${given}.`,
    );
  }
  return text;
}
