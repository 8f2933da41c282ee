// bench/screens/ — builds the floor's page as the product's pages are built.
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The script of the floor's page. */
export async function buildFloorPage(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL('floor/page.ts', import.meta.url)) },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
