import type { ConsolePlace } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole, type ConsolePage } from '@stem/web/console'
import type { Context } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { scopesFor, within } from '../rights/rights.ts'

/** What waits and how much there is, within what `who` may see: one round trip. */
async function countsFor(db: D1Database, who: Principal): Promise<Partial<Record<ConsolePlace, number>>> {
  const [applications, profiles, organisations, people] = await db.batch<{ count: number }>([
    db
      .prepare(`SELECT count(*) AS count FROM applications WHERE state IN ('submitted', 'asked') AND ${within(1, { organisation: "''", country: 'country' })}`)
      .bind(JSON.stringify(scopesFor(who, 'application.read'))),
    db
      .prepare(
        `SELECT count(*) AS count FROM profile_drafts d JOIN organisations o ON o.id = d.organisation_id
         WHERE d.state = 'review' AND ${within(1, { organisation: 'o.id', country: 'o.country' })}`,
      )
      .bind(JSON.stringify(scopesFor(who, 'organisation.review'))),
    db
      .prepare(`SELECT count(*) AS count FROM organisations o WHERE o.withdrawn_at IS NULL AND ${within(1, { organisation: 'o.id', country: 'o.country' })}`)
      .bind(JSON.stringify(scopesFor(who, 'organisation.list'))),
    db.prepare("SELECT count(*) AS count FROM persons WHERE state <> 'erased'"),
  ])
  const count = (result: D1Result<{ count: number }> | undefined) => result?.results[0]?.count ?? 0
  return { inbox: count(applications) + count(profiles), organisations: count(organisations), people: count(people) }
}

/** Draws a page of the console with what waits in this service. */
export const consolePage = async ({ env }: Context<ServiceEnv<Env>>, who: Principal, page: ConsolePage): Promise<Response> =>
  drawConsole(env.context, who, await countsFor(open(env), who), page)
