import { newFormKey } from '@stem/web/form'
import type { Kind } from '../cases/case.ts'
import { caseById } from '../cases/read-case.ts'
import { receive } from '../cases/receive.ts'
import { staffWorks, type Work } from '../cases/say.ts'
import { READING } from './asking.ts'

let made = 0

/** Somebody asks at a time, and is not told of it by mail. */
export async function askedAt(at: number, { kind = 'question', country = null, spam = false }: { kind?: Kind; country?: string | null; spam?: boolean } = {}) {
  const done = await receive(
    READING,
    {
      formKey: newFormKey(),
      kind,
      country,
      requester: { name: 'CANARY name', address: `canary${made++}@min.example`, organisation: 'CANARY organisation', job: null },
      body: 'CANARY text',
      locale: 'en',
      personId: null,
      network: null,
      source: 'mail',
      spamReason: spam ? 'trap' : null,
      acknowledge: false,
    },
    at,
  )
  if (!done.ok) throw new Error('not received')
  return done.value
}

/** A case that must be there. */
export async function caseOf(id: string) {
  const found = await caseById(READING, id)
  if (!found) throw new Error('no case')
  return found
}

type Wanted<Work_> = Work_ extends unknown ? Omit<Work_, 'version'> : never

/** Staff works on the newest state of a case. */
export async function workedAt(id: string, at: number, work: Wanted<Work>, who = 'per_anna') {
  const found = await caseOf(id)
  return staffWorks(READING, who, found, { ...work, version: found.version } as Work, at)
}
