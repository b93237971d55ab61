import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000,
    // Two browsers at once is what two cores carry; within a file one browser follows the other.
    maxWorkers: 2, retry: 0,
  },
});
