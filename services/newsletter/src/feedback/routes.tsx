import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { toCsv } from '@stem/web/csv'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import { drawDesk, enterCampaign } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { reportOf, reportRows } from './report.ts'
import { ReportPage } from './report-page.tsx'

/** What became of a campaign, for the secretariat. */
export const feedback = new Hono<ServiceEnv<Env>>()
  .get('/console/newsletter/:id/report', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const { who, campaign } = entered
    const speech = speechOf(c.env.context.locale)
    const report = await reportOf(open(c.env), campaign.id)
    return drawDesk(c, who, {
      title: speech.t('report.title', { name: campaign.name }),
      main: <ReportPage speech={speech} campaign={campaign} report={report} />,
    })
  })
  .get('/console/newsletter/:id/report.csv', async (c) => {
    const entered = await enterCampaign(c)
    if (entered instanceof Response) return entered
    const body = toCsv(['what', 'of', 'count'], reportRows(await reportOf(open(c.env), entered.campaign.id)))
    return new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="report.csv"' } })
  })
