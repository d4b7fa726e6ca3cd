import { newFormKey } from '@stem/web/form'
import type { Case } from '../cases/case.ts'
import { caseById } from '../cases/read-case.ts'
import { receive, type Request_ } from '../cases/receive.ts'
import { NOW, READING } from './asking.ts'

/** What is special about a request of a test. */
export type Arrival = Partial<Omit<Request_, 'requester'>> & { organisation?: string; name?: string; address?: string; at?: number }

let number = 0

/** A request that arrives, past the limits; its id. */
export async function arrive({
  organisation = '',
  name = 'Anna Kask',
  address = `a${++number}@min.example`,
  at = NOW,
  ...over
}: Arrival = {}): Promise<string> {
  const requester = { name, address, organisation: organisation === '' ? null : organisation, job: null }
  const wish = { formKey: newFormKey(), kind: 'taskforce', country: 'EE', body: 'How?', locale: 'en', personId: null, network: null, source: 'mail' } as const
  const done = await receive(READING, { ...wish, ...over, requester }, at)
  if (!done.ok) throw new Error(done.code)
  return done.value.id
}

/** A case as it stands. */
export async function caseOf(id: string): Promise<Case> {
  const found = await caseById(READING, id)
  if (!found) throw new Error('no case')
  return found
}

/** Ids of the cases that a page of the inbox lists, in its order. */
export const listed = (html: string): string[] => [...html.matchAll(/name="case" value="(cas_[0-9a-z]+)\.\d+"/g)].map(([, id]) => id ?? '')
