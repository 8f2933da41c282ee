// The three kinds of tests. `unit` is pure; `integration` has a real Redis per file; `e2e` has a whole server and a browser.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/dist/**'];
/** What a test waits for comes in moments; on a machine that is busy with other things it may take longer. */
const patient = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['shared/**/*.test.ts', 'client-*/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ignored,
          // Generous, for a machine that is busy with other things; no test waits for time to pass.
          testTimeout: 30_000,
          expect: patient,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: patient,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 600_000,
          hookTimeout: 180_000,
          expect: patient,
          // Two at a time: a server and a browser each, which wait for one another more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 2, concurrent: false },
        },
      },
    ],
  },
});
