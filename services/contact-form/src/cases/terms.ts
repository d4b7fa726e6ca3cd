import { fold, words } from '@stem/i18n/fold'
import { deriveToken } from '@stem/jobs/tokens'
import type { Keys } from '../sealing/keys.ts'
import type { Reading } from './read-case.ts'

const MOST_WORDS = 400
const TERM_LENGTH = 20
const AT_ONCE = 16

/** Addresses in a text, folded: they are found whole, beside their words. */
export const wholes = (text: string): string[] =>
  [...fold(text).matchAll(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g)].map(([address]) => address.replace(/[.!?'’]+$/, ''))

/** A word as it is kept: a keyed hash, so that the words of a request cannot be read from the index. */
export const termOf = async (keys: Pick<Keys, 'token'>, word: string): Promise<string> => (await deriveToken(keys.token, 'word', word)).slice(0, TERM_LENGTH)

const everyWord = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => [...wholes(text), ...words(text)]))]

async function hashed(keys: Pick<Keys, 'token'>, found: readonly string[]): Promise<string[]> {
  const terms: string[] = []
  for (let start = 0; start < found.length; start += AT_ONCE)
    terms.push(...(await Promise.all(found.slice(start, start + AT_ONCE).map((word) => termOf(keys, word)))))
  return terms
}

/** Terms of all words of `texts`, each once, at most 400. */
export const termsOf = (keys: Pick<Keys, 'token'>, texts: readonly string[]): Promise<string[]> => hashed(keys, everyWord(texts).slice(0, MOST_WORDS))

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

/** Statement by which a case is no longer found by words of the texts that are `gone` from it, unless one of those `left` has them too. */
export async function dropTerms(
  { db, keys }: Reading,
  caseId: string,
  { gone, left }: { gone: readonly string[]; left: readonly string[] },
): Promise<D1PreparedStatement> {
  const kept = new Set(everyWord(left))
  const terms = await hashed(
    keys,
    everyWord(gone).filter((word) => !kept.has(word)),
  )
  return db.prepare('DELETE FROM case_terms WHERE case_id = ?1 AND term IN (SELECT value FROM json_each(?2))').bind(caseId, JSON.stringify(terms))
}
