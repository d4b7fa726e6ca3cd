import { existsSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

type PluginOptions = Exclude<Parameters<typeof cloudflareTest>[0], (...args: never[]) => unknown>
type MiniflareOptions = NonNullable<PluginOptions['miniflare']>

/**
 * Tests of a Worker or package inside workerd. A Worker (a folder with `wrangler.jsonc`) gets its own bindings and a real
 * database with its migrations; `miniflare` adds to them, e.g. stand-ins for the services it calls.
 */
export const workerConfig = ({ miniflare = {} }: { miniflare?: MiniflareOptions } = {}): ViteUserConfig =>
  defineConfig({
    plugins: [
      cloudflareTest(async () => {
        const isWorker = existsSync('wrangler.jsonc')
        const read = (folder: string) => (existsSync(folder) ? readD1Migrations(`./${folder}`) : [])
        const [migrations, ofSearch] = await Promise.all([read('migrations'), read('migrations-search')])
        return {
          ...(isWorker ? { wrangler: { configPath: './wrangler.jsonc' } } : {}),
          miniflare: {
            ...(isWorker ? {} : { compatibilityDate: '2026-11-01' }),
            ...miniflare,
            bindings: { ...miniflare.bindings, TEST_MIGRATIONS: migrations, TEST_SEARCH_MIGRATIONS: ofSearch },
          },
        }
      }),
    ],
    test: { setupFiles: existsSync('migrations') ? ['@stem/test-kit/migrate'] : [], include: ['src/**/*.test.{ts,tsx}'], silent: 'passed-only' },
  })
