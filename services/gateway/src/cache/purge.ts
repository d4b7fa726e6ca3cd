import type { PurgeMessage } from '@stem/contracts/purge'
import { log, messageOf } from '@stem/web/log'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { forgetGood } from './last-good.ts'

const tag = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))
const messageSchema = v.object({ outboxId: v.string(), tags: v.pipe(v.array(tag), v.maxLength(100)), withdrawn: v.optional(v.boolean()) })
const AT_ONCE = 100

/** What forgets pages: the platform's cache and the memory of this isolate. `false` means that it did not happen. */
export type Forget = (tags: string[]) => Promise<boolean>

/** Forgets what the messages of the purge queue name. A purge may run twice; one that fails is tried again. */
export async function consumePurges(batch: MessageBatch<unknown>, env: Env, forget: Forget, now: number): Promise<void> {
  const messages: PurgeMessage[] = []
  for (const message of batch.messages) {
    const parsed = v.safeParse(messageSchema, message.body)
    if (parsed.success) messages.push(parsed.output)
    else log('error', 'purge.unreadable', { message: message.id })
  }
  try {
    const gone = [...new Set(messages.filter(({ withdrawn }) => withdrawn === true).flatMap(({ tags }) => tags))]
    await forgetGood(env.LAST_GOOD, gone, now)
    const tags = [...new Set(messages.flatMap((message) => message.tags))]
    for (let start = 0; start < tags.length; start += AT_ONCE) {
      if (!(await forget(tags.slice(start, start + AT_ONCE)))) throw new Error('purge refused')
    }
    batch.ackAll()
  } catch (thrown) {
    log('error', 'purge.failed', { why: messageOf(thrown), messages: messages.length })
    batch.retryAll({ delaySeconds: 5 })
  }
}
