// Builds the console, the workshop wall, the technician's phone and the set-up page: pages that share their chunks.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { pageVersion } from '../scripts/steps/pageVersion.mjs';

/** Where `npm run dev` finds a running server; its port is the one of `npm start`. */
const devServer = process.env['ZHUNSHI_DEV_SERVER'] ?? 'http://localhost:8080';

const phoneWorker = 'src/phone/phoneWorker.ts';
const predictionWorker = 'src/live/prediction/predictionWorker.ts';

/**
 * `virtual:prediction-worker` has the address of the worker that predicts. It is built with the pages, not apart from them: what both
 * use is one file, which the browser loads once. Why: docs/adr/ "What the console loads first".
 */
function workerAmongPages(): Plugin {
  const name = 'virtual:prediction-worker';
  let serving = false;
  return {
    name: 'zhunshi-worker-among-pages',
    configResolved: ({ command }) => void (serving = command === 'serve'),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      if (serving) return `export const workerAddress = ${JSON.stringify(`/${predictionWorker}`)};`;
      const file = this.emitFile({ type: 'chunk', id: resolve(import.meta.dirname, predictionWorker) });
      return `export const workerAddress = import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [pageVersion('client-board'), workerAmongPages(), svelte({ configFile: false })],
  server: {
    // The Host header stays the browser's own, so that the server finds Origin and Host alike [ACC-4].
    proxy: {
      '/api': { target: devServer, changeOrigin: false },
      '/socket.io': { target: devServer, changeOrigin: false, ws: true },
    },
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'wall.html', 'phone.html', 'setup.html', phoneWorker].map((page) =>
        resolve(import.meta.dirname, page),
      ),
      // A service worker keeps its address from build to build; all else has its content in its name.
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith(phoneWorker) ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
