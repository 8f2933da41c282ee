// `npm run build`: the packages, then whatever is not built from the sources as they are.
import { ensureBuild } from './ensureBuild.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

/** @returns {Promise<number>} */
export async function buildAll() {
  await ensureDependencies();
  await ensureBuild();
  return 0;
}
