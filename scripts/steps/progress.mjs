// Shows that a long step is alive: a line that counts the seconds on a terminal, a plain line now and then elsewhere.

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
const plainLineMs = 15_000;

/**
 * @param {number} milliseconds
 * @returns {string} as people say it: `0.4 s`, `12 s`, `3 min 05 s`
 */
export function spokenDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 100) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/**
 * Runs `work` and shows `label` with the time that it has taken so far.
 *
 * @template Result
 * @param {string} label what is being done, as in "Installing packages"
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(label, work) {
  const startedAt = Date.now();
  const elapsed = () => spokenDuration(Date.now() - startedAt);
  const terminal = process.stdout.isTTY && process.env['CI'] === undefined;
  let frame = 0;
  if (!terminal) console.log(`${label} …`);
  const timer = setInterval(
    () => {
      if (!terminal) {
        console.log(`${label} … ${elapsed()}`);
        return;
      }
      frame = (frame + 1) % frames.length;
      process.stdout.write(`\r\u001b[K${frames[frame] ?? ''} ${label} … ${elapsed()}`);
    },
    terminal ? frameMs : plainLineMs,
  );
  let mark = '✗';
  try {
    const result = await work();
    mark = '✓';
    return result;
  } finally {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\u001b[K');
    console.log(`${mark} ${label} (${elapsed()})`);
  }
}
