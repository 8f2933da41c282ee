// How every command ends: a foreseen obstacle is one sentence, anything else is a bug and shows its stack.

/** A foreseen obstacle. The message is the one sentence that the person reads: what is wrong and what to do. */
export class Stop extends Error {}

/**
 * Runs a command's main function and ends the process with the code that it returns.
 *
 * @param {() => Promise<number>} main
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Stop) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
