import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Several suites drive a real browser: a build of a small issue takes seconds, not milliseconds.
    testTimeout: 400_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
})
