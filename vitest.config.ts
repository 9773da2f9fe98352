import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

// What is imported is kept from file to file: a file has its own database and server, not its own copy of the program.
const shared = { environment: 'node', testTimeout: 30_000, hookTimeout: 120_000, isolate: false } as const;
const keepServer = './tests/support/keep-server.ts';
// These tell of the process as a whole: clusters and their leases, how many statements it keeps.
const ofProcess = ['apps/server/cluster/**/*.test.ts', 'apps/server/database/keep-statements.test.ts'];

// unit: the pure packages. process and server: on a real PostgreSQL. web: in a real browser, last.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          maxWorkers: 2,
          include: ['packages/**/*.test.ts', 'standards/**/*.test.ts', 'tests/house/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'process',
          include: ofProcess,
          isolate: true,
          globalSetup: keepServer,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['apps/server/**/*.test.ts', 'bench/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/house/**', ...ofProcess],
          globalSetup: keepServer,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'web',
          include: ['apps/web/**/*.test.{ts,tsx}'],
          globalSetup: [keepServer, './tests/support/build-web-once.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
