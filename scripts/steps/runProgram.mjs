// Runs another program without a terminal and keeps what it printed, so that it is shown only when something went wrong.
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started, 128 when a signal ended it
 * @property {string} output standard output and standard error, interleaved
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` passes the output on as it comes
 *   and keeps none of it
 * @returns {Promise<Outcome>}
 */
export function runProgram(program, args, { cwd = root, env = process.env, show = false } = {}) {
  return new Promise((settle) => {
    const output = show ? 'inherit' : 'pipe';
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', output, output] });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => settle({ code: 127, output: error.message }));
    child.once('close', (code) => settle({ code: code ?? 128, output: Buffer.concat(chunks).toString() }));
  });
}

/**
 * @param {string} text
 * @param {number} [count]
 * @returns {string} the last lines that are not empty
 */
export function lastLines(text, count = 25) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}
