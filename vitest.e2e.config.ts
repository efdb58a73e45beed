import { defineConfig } from 'vitest/config'

// The workbench: its own units, then a real browser against a real server. One file at a time: each starts a browser.
export default defineConfig({
  test: {
    include: ['web/src/**/*.test.ts', 'test/e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
