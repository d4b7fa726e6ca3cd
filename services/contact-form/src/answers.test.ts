import { measureHealth } from '@stem/web/health'
import { visitor } from '@stem/test-kit/visitor'
import { expect, it } from 'vitest'
import { app } from './app.ts'
import { DB, testEnv } from './testing/asking.ts'

const ask = (path: string, locale: 'en' | 'fr' = 'en') =>
  app.fetch(new Request(`https://stem.example${path}`), { ...testEnv, context: visitor(path, { locale }) } as never)

it.each(['/support'])('%s is a page that may be kept', async (path) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toMatch(/^public/)
  expect(await answer.text()).toMatch(/<h1>[^<]+<\/h1>/)
})

it('an unknown address has no page', async () => {
  const answer = await ask('/nothing')
  expect([answer.status, await answer.text()]).toEqual([404, ''])
})

it('its database answers, and a missing one is told', async () => {
  expect(await measureHealth(DB)).toMatchObject({ ok: true })
  const broken = { prepare: () => ({ first: () => Promise.reject(new Error('down')) }) } as unknown as D1Database
  expect(await measureHealth(broken)).toMatchObject({ ok: false })
})

it.each(['/support/request', '/contact'])('%s is a form of its own for each visitor', async (path) => {
  const answer = await ask(path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await answer.text()).toMatch(/name="key" value="[0-9a-f]{32}"/)
})
