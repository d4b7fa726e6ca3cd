import type { RequestContext } from '@stem/contracts/context'
import type { SnapshotNote } from '../indicator/find-indicator.ts'
import { indicatorOf, SELECT_INDICATORS, type IndicatorRow, type PublicIndicator } from '../indicators/read-indicator.ts'
import { CARD_TEXT, IN_PUBLIC } from '../facts/card.ts'

const MOST = 200
const MOST_PUBLICATIONS = 500

/** What the desk of indicators shows. `publications`: public items that may cite a snapshot, by title. */
export type DeskFacts = {
  indicators: PublicIndicator[]
  vintages: { itemId: string; number: number; retrievedOn: string }[]
  snapshots: (SnapshotNote & { itemId: string })[]
  publications: { id: string; title: string; date: string }[]
}

/** Reads the desk of indicators in one round trip. */
export async function findForDesk({ db }: { db: D1Database }, { locale, now }: Pick<RequestContext, 'locale' | 'now'>): Promise<DeskFacts> {
  const [indicators, vintages, snapshots, publications] = await db.batch([
    db.prepare(`${SELECT_INDICATORS} ORDER BY p.slug LIMIT ${MOST}`).bind(locale, now),
    db.prepare('SELECT item_id AS itemId, number, retrieved_on AS retrievedOn FROM vintages ORDER BY item_id, number DESC LIMIT 2000'),
    db.prepare('SELECT item_id AS itemId, id, vintage, hash, created_at AS createdAt FROM snapshots ORDER BY created_at DESC LIMIT 2000'),
    db
      .prepare(
        `SELECT p.item_id AS id, t.title, p.sort_date AS date FROM published p ${CARD_TEXT}
         WHERE ${IN_PUBLIC} AND p.type IN ('publication', 'monitoring-instrument', 'meeting-report', 'news', 'briefing') ORDER BY p.sort_date DESC LIMIT ${MOST_PUBLICATIONS}`,
      )
      .bind(locale, now),
  ])
  return {
    indicators: ((indicators?.results ?? []) as IndicatorRow[]).map(indicatorOf),
    vintages: (vintages?.results ?? []) as DeskFacts['vintages'],
    snapshots: (snapshots?.results ?? []) as DeskFacts['snapshots'],
    publications: (publications?.results ?? []) as DeskFacts['publications'],
  }
}
