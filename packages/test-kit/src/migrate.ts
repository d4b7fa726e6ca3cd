/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

type Own = { DB: D1Database; SEARCH?: D1Database; TEST_MIGRATIONS: D1Migration[]; TEST_SEARCH_MIGRATIONS: D1Migration[] }
const { DB, SEARCH, TEST_MIGRATIONS, TEST_SEARCH_MIGRATIONS } = env as unknown as Own
await applyD1Migrations(DB, TEST_MIGRATIONS)
if (SEARCH) await applyD1Migrations(SEARCH, TEST_SEARCH_MIGRATIONS)
