import type { Principal } from '@stem/contracts/context'
import type { Topic } from '@stem/contracts/webhooks'
import { commit } from '@stem/jobs/commit'
import { isFresh } from '@stem/web/fresh'
import { fail, ok, type Result } from '@stem/web/result'
import type { Reading } from '../cases/read-case.ts'
import { addSecret, newSecret } from './secrets.ts'

const MOST = 20
const ID_LENGTH = 26

/** A new webhook: `url` as `readTarget` gave it. The secret is in the answer and nowhere else in the open. The same form makes it once. */
export async function addWebhook(
  { db, keys }: Reading,
  who: Principal,
  { formKey, url, kinds }: { formKey: string; url: string; kinds: readonly Topic[] },
  now: number,
): Promise<Result<{ id: string; secret: string }, 'not_fresh' | 'again' | 'too_many'>> {
  if (!isFresh(who, now)) return fail('not_fresh')
  const id = `whk_${formKey.slice(0, ID_LENGTH)}`
  const secret = newSecret()
  const guard = db
    .prepare(
      `INSERT INTO webhooks (id, url, secret, kinds, state, created_by, created_at, version)
       SELECT ?1, ?2, ?3, ?4, 'on', ?5, ?6, 1 WHERE (SELECT count(*) FROM webhooks) < ${MOST} ON CONFLICT (id) DO NOTHING`,
    )
    .bind(id, url, await addSecret(keys, id, secret, null, now), JSON.stringify(kinds), who.personId, now)
  if ((await commit(db, [guard], { actor: who.personId, action: 'webhook.added', object: id }, now)) === 'done') return ok({ id, secret })
  return fail((await db.prepare('SELECT 1 FROM webhooks WHERE id = ?').bind(id).first()) === null ? 'too_many' : 'again')
}
