// Step: there is a Chromium with Chinese fonts for the end-to-end tests.
import { findProgram } from './findProgram.mjs';
import { canInstallWithApt, installWithApt } from './installWithApt.mjs';
import { runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const advice =
  'The end-to-end tests need Chromium and a Chinese font: install the packages chromium, fontconfig and fonts-noto-cjk (Debian, Ubuntu) or their likes, name the program in CHROMIUM_PATH if it lies elsewhere, and run the command again.';

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await runProgram('fc-list', [':lang=zh-cn', 'family']);
  return code === 0 && output.trim() !== '';
}

function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  return named === undefined || named === '' ? findProgram(programs) : named;
}

/**
 * Finds Chromium and a Chinese font, or installs them when this is root on a machine with apt.
 *
 * @returns {Promise<string>} absolute path of the browser
 */
export async function ensureChromium() {
  const packages = [];
  if (findChromium() === undefined) packages.push('chromium');
  if (!(await hasChineseFont())) packages.push('fontconfig', 'fonts-noto-cjk');
  if (packages.length > 0) {
    if (!canInstallWithApt()) throw new Stop(advice);
    await installWithApt(packages);
  }
  const path = findChromium();
  if (path === undefined) throw new Stop(advice);
  return path;
}
