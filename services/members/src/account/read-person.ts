import type { Visibility } from '../persons/visibility.ts'

/** What a person keeps about themselves. */
export type Person = {
  id: string
  address: string
  name: string | null
  jobTitle: string | null
  phone: string | null
  locale: string
  visibility: Visibility
  version: number
  createdAt: number
}

type Row = {
  id: string
  address: string
  name: string | null
  job_title: string | null
  phone: string | null
  locale: string
  visibility: string
  version: number
  created_at: number
}

/** The own record of a person. */
export async function readPerson({ db }: { db: D1Database }, id: string): Promise<Person> {
  const row = await db.prepare("SELECT * FROM persons WHERE id = ? AND state <> 'erased'").bind(id).first<Row>()
  if (!row) throw new Error('the person of a session is gone')
  const { address, name, job_title: jobTitle, phone, locale, visibility, version, created_at: createdAt } = row
  return { id, address, name, jobTitle, phone, locale, visibility: JSON.parse(visibility) as Visibility, version, createdAt }
}
