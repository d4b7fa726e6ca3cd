import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'architecture', include: ['architecture/**/*.test.ts'] } },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          exclude: ['browser/lighthouse.test.ts'],
          globalSetup: ['browser/started-system.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Alone, because it measures speed.
        test: {
          name: 'lighthouse',
          include: ['browser/lighthouse.test.ts'],
          globalSetup: ['browser/started-system.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
