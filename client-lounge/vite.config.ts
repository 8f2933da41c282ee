// Builds the lounge and the customer's page as ES modules that the browser of an old TV (Chromium 63) still runs; what both need is
// one file, loaded beside.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { pageVersion } from '../scripts/steps/pageVersion.mjs';

/** Svelte raises no specificity by writing `:where(.svelte-x)`; browsers before Chromium 88 drop such a rule whole. */
function plainScopes(): Plugin {
  return {
    name: 'zhunshi-plain-scopes',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css($|\?)|[?&]lang\.css/.test(id)) return null;
      return { code: code.replaceAll(/:where\((\.svelte-[\w-]+)\)/g, '$1'), map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        const found = /:(where|is)\(/.exec(String(file.source));
        if (found) this.error(`${file.fileName} contains ${found[0]}, which old TV browsers drop: write the rule flat`);
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/lounge-assets/',
  plugins: [pageVersion('client-lounge'), plainScopes(), svelte({ configFile: false })],
  build: {
    // The lounge's televisions, and the built-in browsers of customers' phones.
    target: ['chrome63', 'safari12'],
    cssTarget: ['chrome63', 'safari12'],
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['lounge.html', 'track.html'].map((page) => resolve(import.meta.dirname, page)),
    },
  },
});
