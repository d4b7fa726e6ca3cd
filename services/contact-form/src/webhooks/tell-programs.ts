import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { keysOf } from '../sealing/keys.ts'
import { deliverWebhooks, type Told } from './deliver-webhooks.ts'
import type { TargetRules } from './read-target.ts'
import { resolveByHttps, ownHosts } from './resolve.ts'

/** What may be told anything from this installation. */
export const rulesOf = (env: Env): TargetRules => ({ own: ownHosts(env), loopback: env.WEBHOOK_LOOPBACK === 'yes' })

/** Delivers the messages of this Worker that wait. Run by the doorbell after a change, and by cron. */
export const tellPrograms = (env: Env, now: number): Promise<Told> =>
  deliverWebhooks(
    { db: open(env), keys: keysOf(env), send: (input, init) => fetch(input, init), resolve: resolveByHttps, rules: rulesOf(env), lease: crypto.randomUUID() },
    now,
  )
