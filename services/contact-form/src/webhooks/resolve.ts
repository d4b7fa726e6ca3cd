import * as v from 'valibot'
import type { Env } from '../env.ts'

/** Looks a host up: its addresses of both kinds. Throws when nothing answers. */
export type Resolve = (host: string) => Promise<string[]>

const TYPES = { A: 1, AAAA: 28 } as const
const PATIENCE = 5000
const answerSchema = v.object({ Status: v.number(), Answer: v.optional(v.array(v.object({ type: v.number(), data: v.string() })), []) })

/** Resolves by DNS over HTTPS in JSON, from the resolver of the platform the Workers run on. */
export const resolveByHttps: Resolve = async (host) => {
  const found = await Promise.all(
    Object.entries(TYPES).map(async ([name, type]) => {
      const url = `https://cloudflare-dns.com/dns-query?name=${encodeURIComponent(host)}&type=${name}`
      const answer = await fetch(url, { headers: { accept: 'application/dns-json' }, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })
      const { Status, Answer } = v.parse(answerSchema, await answer.json())
      return Status === 0 ? Answer.filter((one) => one.type === type).map(({ data }) => data) : []
    }),
  )
  return found.flat()
}

/** Hosts of this platform: nothing is told to them. */
export const ownHosts = ({ PUBLIC_ORIGIN, REPLY_DOMAIN }: Pick<Env, 'PUBLIC_ORIGIN' | 'REPLY_DOMAIN'>): string[] => [
  new URL(PUBLIC_ORIGIN).hostname,
  REPLY_DOMAIN,
]
