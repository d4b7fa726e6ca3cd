import type { Miniflare } from 'miniflare'
import type { WorkerOptions } from './system.ts'

const NAME = 'stem-mail-door'

// The platform's mail server calls `email()` of a Worker; on this machine this Worker does, and it is never deployed.
const SCRIPT = `export default {
  async fetch(request, env) {
    const { searchParams } = new URL(request.url)
    const raw = await request.arrayBuffer()
    let refusal = null
    await env.CONTACT_FORM.email({
      from: searchParams.get('from') ?? '',
      to: searchParams.get('to') ?? '',
      raw: new Response(raw).body,
      rawSize: raw.byteLength,
      headers: new Headers(),
      canBeForwarded: false,
      setReject(reason) { refusal = reason },
    })
    return Response.json({ refusal })
  },
}`

/** The Worker by which mails come in on this machine. */
export const mailDoor = {
  name: NAME,
  modules: true,
  compatibilityDate: '2026-11-01',
  script: SCRIPT,
  serviceBindings: { CONTACT_FORM: 'stem-contact-form' },
} as WorkerOptions

/** A mail as a mail server hands it over. */
export type Handed = { raw: Uint8Array; from: string; to: string }

/** Hands a mail to the contact-form Worker as the platform would; why it was refused, or null. */
export async function handIn(system: Miniflare, { raw, from, to }: Handed): Promise<string | null> {
  const door = await system.getWorker(NAME)
  const answer = await door.fetch(`http://mail-door/?${new URLSearchParams({ from, to }).toString()}`, { method: 'POST', body: raw })
  if (!answer.ok) throw new Error(`the mail was not taken: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { refusal: string | null }).refusal
}
