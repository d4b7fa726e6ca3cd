import { fold, words } from '@stem/i18n/fold'
import { deriveToken } from '@stem/jobs/tokens'
import type { Keys } from '../sealing/keys.ts'
import type { Case } from './case.ts'
import type { Reading } from './read-case.ts'

const MOST_WORDS = 400
const TERM_LENGTH = 20
const AT_ONCE = 16

/** Addresses in a text, folded: they are found whole, beside their words. */
export const wholes = (text: string): string[] =>
  [...fold(text).matchAll(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g)].map(([address]) => address.replace(/[.!?'’]+$/, ''))

/** A word as it is kept: a keyed hash, so that the words of a request cannot be read from the index. */
export const termOf = async (keys: Pick<Keys, 'token'>, word: string): Promise<string> => (await deriveToken(keys.token, 'word', word)).slice(0, TERM_LENGTH)

const wordsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => [...wholes(text), ...words(text)]))]

/** Terms of all words of `texts`, each once, at most 400. */
export const termsOf = (keys: Pick<Keys, 'token'>, texts: readonly string[]): Promise<string[]> => termsFor(keys, wordsOf(texts).slice(0, MOST_WORDS))

async function termsFor(keys: Pick<Keys, 'token'>, found: readonly string[]): Promise<string[]> {
  const terms: string[] = []
  for (let start = 0; start < found.length; start += AT_ONCE)
    terms.push(...(await Promise.all(found.slice(start, start + AT_ONCE).map((word) => termOf(keys, word)))))
  return terms
}

/** Statements by which a case is found by the words of `texts`; put them into the batch of the change. */
export async function termRows({ db, keys }: Reading, caseId: string, texts: readonly string[]): Promise<D1PreparedStatement[]> {
  const terms = await termsOf(keys, texts)
  return terms.length === 0
    ? []
    : [
        db
          .prepare('INSERT INTO case_terms (term, case_id) SELECT value, ?1 FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING')
          .bind(caseId, JSON.stringify(terms)),
      ]
}

/** Statement by which a case is no longer found by words of texts that have `left` it, unless one that `stays` holds them too. */
export async function leaveTerms(
  { db, keys }: Reading,
  caseId: string,
  { left, stays }: { left: readonly string[]; stays: readonly string[] },
): Promise<D1PreparedStatement> {
  const staying = new Set(wordsOf(stays))
  const terms = await termsFor(
    keys,
    left.flatMap((text) => wordsOf([text]).slice(0, MOST_WORDS)).filter((word) => !staying.has(word)),
  )
  return db.prepare('DELETE FROM case_terms WHERE case_id = ?1 AND term IN (SELECT value FROM json_each(?2))').bind(caseId, JSON.stringify(terms))
}

/** What a case is found by beside what was said in it. */
export const ownTexts = ({ reference, requester, subject }: Pick<Case, 'reference' | 'requester' | 'subject'>): string[] => [
  reference,
  requester?.name ?? '',
  requester?.address ?? '',
  requester?.organisation ?? '',
  subject ?? '',
]
