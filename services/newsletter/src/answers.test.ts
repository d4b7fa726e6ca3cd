import { env } from 'cloudflare:workers'
import { measureHealth } from '@stem/web/health'
import { visitor } from '@stem/test-kit/visitor'
import { expect, it } from 'vitest'
import { app } from './app.ts'

const { DB } = env as unknown as { DB: D1Database }
const ask = (path: string, locale: 'en' | 'fr' = 'en') =>
  app.fetch(new Request(`https://stem.example${path}`), { ...(env as object), context: visitor(path, { locale }) } as never)

it('an unknown address has no page', async () => {
  const answer = await ask('/nothing')
  expect([answer.status, await answer.text()]).toEqual([404, ''])
})

it('its database answers, and a missing one is told', async () => {
  expect(await measureHealth(DB)).toMatchObject({ ok: true })
  const broken = { prepare: () => ({ first: () => Promise.reject(new Error('down')) }) } as unknown as D1Database
  expect(await measureHealth(broken)).toMatchObject({ ok: false })
})
