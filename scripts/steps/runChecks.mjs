// `npm run check`: the packages, then every check.
import { runAllChecks } from './checks.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

/** @returns {Promise<number>} 0 when every check passed */
export async function runChecks() {
  await ensureDependencies();
  const { passed, failed } = await runAllChecks();
  console.log(`\n${passed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
