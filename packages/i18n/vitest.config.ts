import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// In workerd, whose language data is the one that visitors get.
export default defineConfig({ plugins: [cloudflareTest({ miniflare: { compatibilityDate: '2026-11-01' } })] })
