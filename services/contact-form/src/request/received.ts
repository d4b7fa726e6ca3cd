import { deriveToken, sameText } from '@stem/jobs/tokens'
import { asEvent } from '../cases/event.ts'
import { readReference } from '../cases/reference.ts'
import { dueOf } from '../promises/due-of.ts'
import type { Keys } from '../sealing/keys.ts'

/** When a request is read and answered at the latest (epoch milliseconds); null where nothing is promised. */
export type Promised = { read: number | null; answer: number | null }

/** What is promised for a request that arrives at `at`. */
export function promisedAt(at: number): Promised {
  const event = { caseId: '', at, actor: 'requester', before: {}, about: null, groupId: null }
  const received = asEvent({ ...event, kind: 'received', state: 'new', version: 1 })
  const read = dueOf([received])
  const answer = dueOf([received, asEvent({ ...event, kind: 'moved', state: 'triage', version: 2 })])
  return { read: read?.promise === 'read' ? read.at : null, answer: answer?.promise === 'answer' ? answer.at : null }
}

const secretOf = (keys: Pick<Keys, 'token'>, reference: string, at: number) => deriveToken(keys.token, 'received', `${reference} ${at}`)

/** The address of the page that says a request arrived: the same at every look, and good for nothing else. */
export const receivedPath = async (keys: Pick<Keys, 'token'>, reference: string, now: number): Promise<string> =>
  `/support/received?reference=${reference}&at=${now}&sign=${await secretOf(keys, reference, now)}`

/** What that page may say: the reference when it is one, and the dates when they are ours. */
export async function readReceived(keys: Pick<Keys, 'token'>, params: URLSearchParams): Promise<{ reference: string | null; promised: Promised | null }> {
  const reference = readReference(params.get('reference') ?? '')
  const at = /^\d{1,15}$/.test(params.get('at') ?? '') ? Number(params.get('at')) : null
  const ours = reference !== null && at !== null && sameText(params.get('sign') ?? '', await secretOf(keys, reference, at))
  return { reference, promised: ours ? promisedAt(at) : null }
}
