import type { ContentService, InstrumentCard } from '@stem/contracts/content'
import type { RequestContext } from '@stem/contracts/context'
import { log, messageOf } from '@stem/web/log'

/** An instrument that a case became: as it was called when it was linked, and as it stands; null when content cannot say. */
export type Became = { id: string; label: string; card: InstrumentCard | null }

type Deps = { db: D1Database; content: Pick<ContentService, 'instrumentsOf'> }

/**
 * What a case became. A page about a request must not fail with the service that holds its instruments, so what cannot be read is
 * null. Instruments that were withdrawn are left out.
 */
export async function instrumentsOfCase({ db, content }: Deps, caseId: string, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<Became[]> {
  const { results } = await db
    .prepare("SELECT target AS id, label FROM case_links WHERE case_id = ? AND kind = 'instrument' ORDER BY added_at, target LIMIT 50")
    .bind(caseId)
    .all<{ id: string; label: string }>()
  if (results.length === 0) return []
  try {
    const cards = await content.instrumentsOf(
      results.map(({ id }) => id),
      { locale, now },
    )
    return results.flatMap((link) => {
      const card = cards.find(({ id }) => id === link.id)
      return card ? [{ ...link, card }] : []
    })
  } catch (thrown) {
    log('warn', 'instruments.unreachable', { case: caseId, why: messageOf(thrown) })
    return results.map((link) => ({ ...link, card: null }))
  }
}
