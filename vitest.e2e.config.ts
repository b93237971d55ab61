import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000,
    // One browser at a time: two that print and draw at once on two cores can starve each other past any patience.
    maxWorkers: 1, retry: 0,
  },
});
