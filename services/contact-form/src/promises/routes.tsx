import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import { drawDesk, enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { calendarNotice } from './calendar.ts'
import { PromisesPage } from './promises-page.tsx'
import { sortPromises, STANDINGS } from './sort-promises.ts'

/** How the promises of the coalition stand, for the secretariat. */
export const promiseReport = new Hono<ServiceEnv<Env>>().get('/console/requests/promises', async (c) => {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const { now, locale } = c.env.context
  const speech = speechOf(locale)
  const report = await sortPromises(open(c.env), now)
  const owners = new Set(STANDINGS.flatMap((standing) => report.rows[standing].flatMap(({ assignee }) => (assignee === null ? [] : [assignee]))))
  const names: Record<string, string> = owners.size === 0 ? {} : await c.env.MEMBERS.namesOf([...owners])
  return drawDesk(c, who, {
    place: 'promises',
    title: speech.t('console.promises'),
    main: <PromisesPage speech={speech} report={report} names={names} calendar={calendarNotice(now)} now={now} />,
  })
})
