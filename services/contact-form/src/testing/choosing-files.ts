import { caseToken } from '../cases/read-case.ts'
import { asGiven, keepFiles, type FilePlace } from '../files/keep-files.ts'
import { storeOf } from '../files/kept-file.ts'
import { ask, emptyAll, finished, NOW, only, READING, somebody, testEnv } from './asking.ts'
import { pdf } from './file-bytes.ts'

/** Milliseconds. */
export const MINUTE = 60_000
/** Milliseconds. */
export const DAY = 24 * 60 * MINUTE
/** The database of the tests and the bucket beside it. */
export const STORE = storeOf(testEnv)
const { bucket } = STORE
/** Key of the form in which files are chosen. */
export const KEY = 'a'.repeat(32)
/** Who works at the desk. */
export const OFFICER = somebody('secretariat-officer')

/** Names of everything in the bucket. */
export const objects = async () => (await bucket.list()).objects.map(({ key }) => key)

/** Empties tables and bucket. */
export async function emptyStore() {
  await emptyAll()
  const left = await objects()
  if (left.length > 0) await bucket.delete(left)
}

/** A file as it is chosen; a PDF that holds its name unless said otherwise. */
export const asFile = (name: string, bytes = pdf(name)) => new File([bytes], name)
/** Where files are put. */
export const place = (over: Partial<FilePlace> = {}): FilePlace => ({ formKey: KEY, caseId: null, side: 'requester', source: '192.0.2.1', ...over })
/** Keeps PDFs of these names. */
export const keep = (names: readonly string[], over: Partial<FilePlace> = {}, now = NOW) =>
  keepFiles(
    STORE,
    place(over),
    names.map((name) => asGiven({ name, bytes: pdf(name) })),
    now,
  )
/** Sends the step of the request in which files are chosen. */
export const challenge = (files: File[], over: Record<string, string> = {}) =>
  ask('/support/request', { form: finished({ key: KEY, step: 'challenge', go: 'on', ...over }), files })
/** Sends the request. */
export const send = (over: Record<string, string> = {}) => ask('/support/request', { form: finished({ key: KEY, attached: '1', ...over }) })
/** What the requester's link holds. */
export async function tracked() {
  const found = await only()
  return { case: found.id, token: await caseToken(READING.keys, found) }
}
/** The page of the request as the requester sees it. */
export const trackingPage = async (now = NOW) => ask(`/support/case?${new URLSearchParams(await tracked())}`, { now })
/** Addresses of the files on a page. */
export const linksIn = (html: string) => [...html.matchAll(/href="(\/files\/[^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
