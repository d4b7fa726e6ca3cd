import type { Health } from '@stem/contracts/context'
import type { Env } from './env.ts'
import { within } from './cache/within.ts'

const PATIENCE = 1900

/** State of every service, without a word on how it is built. 503 when one does not answer. */
export async function healthz(env: Env): Promise<Response> {
  const ask = async (service: { health(): Promise<Health> }): Promise<Health> => {
    try {
      const { ok, ms } = await within(PATIENCE, service.health())
      return { ok, ms }
    } catch {
      return { ok: false, ms: PATIENCE }
    }
  }
  const [members, content, newsletter, contactForm] = await Promise.all([ask(env.MEMBERS), ask(env.CONTENT), ask(env.NEWSLETTER), ask(env.CONTACT_FORM)])
  const services = { members, content, newsletter, 'contact-form': contactForm }
  const ok = Object.values(services).every((service) => service.ok)
  return Response.json({ ok, services }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
