import type { Principal } from '@stem/contracts/context'
import type { Topic } from '@stem/contracts/webhooks'
import { commit } from '@stem/jobs/commit'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import type { Reading } from '../cases/read-case.ts'
import { settleWaiting } from './deliver-webhooks.ts'
import type { Hook } from './read-webhooks.ts'
import { addSecret, newSecret } from './secrets.ts'

/** What can be changed of a webhook. */
export type HookChange = { act: 'on' | 'off' | 'delete' | 'rotate' } | { act: 'kinds'; kinds: readonly Topic[] }

async function statementsFor({ db, keys }: Reading, { id, version }: Hook, change: HookChange, secret: string, now: number): Promise<D1PreparedStatement[]> {
  const update = (what: string, ...values: string[]) =>
    db.prepare(`UPDATE webhooks SET ${what}, version = version + 1 WHERE id = ?1 AND version = ?2`).bind(id, version, ...values)
  switch (change.act) {
    case 'on':
      return [update("state = 'on'")]
    case 'off':
      return [update("state = 'off'"), settleWaiting(db, id, now)]
    case 'kinds':
      return [update('kinds = ?3', JSON.stringify(change.kinds))]
    case 'delete':
      return [
        db.prepare('DELETE FROM webhooks WHERE id = ? AND version = ?').bind(id, version),
        db.prepare('DELETE FROM webhook_deliveries WHERE webhook_id = ?').bind(id),
      ]
    case 'rotate': {
      const row = await db.prepare('SELECT secret FROM webhooks WHERE id = ?').bind(id).first<{ secret: string }>()
      return [update('secret = ?3', await addSecret(keys, id, secret, row?.secret ?? null, now))]
    }
  }
}

/**
 * Switches a webhook on or off, changes what it is told, gives it a new secret (in the answer; the one before works for a day more), or
 * deletes it with its messages. `found`: as it was seen; `stale` when somebody changed it meanwhile.
 */
export async function changeWebhook(
  reading: Reading,
  who: Principal,
  found: Hook,
  change: HookChange,
  now: number,
): Promise<Result<{ secret: string | null }, 'not_fresh' | 'stale'>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  const secret = newSecret()
  const [guard, ...rest] = await statementsFor(reading, found, change, secret, now)
  if (!guard) return fail('stale')
  const entry = { actor: who.personId, action: `webhook.${change.act}`, object: found.id }
  if ((await commit(reading.db, [guard, ...rest], entry, now)) === 'stale') return fail('stale')
  return ok({ secret: change.act === 'rotate' ? secret : null })
}
