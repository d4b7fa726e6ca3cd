import { localPath } from '@stem/i18n/locales'
import { FAILURE_KINDS } from '@stem/mail/failure'
import { Facts } from '@stem/ui/facts'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import { CampaignSteps } from '../composer/campaign-tags.tsx'
import type { Campaign } from '../campaigns/campaign.ts'
import { LEAST_MAILS, type Report } from './report.ts'

type Props = { speech: Speech; campaign: Campaign; report: Report }

const Table = ({ id, title, text, columns, rows }: { id: string; title: string; text: string; columns: string[]; rows: Child[][] }) => (
  <section class="st" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <div class="sx" tabindex={0} role="region" aria-labelledby={id}>
      <table class="tb nr">
        <caption>{text}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Failures = ({ speech: { t, f }, report }: { speech: Speech; report: Report }) => (
  <Table
    id="failures"
    title={t('report.failures')}
    text={t('report.failures.text')}
    columns={[t('report.kind'), t('report.readers'), t('report.codes')]}
    rows={FAILURE_KINDS.map((kind) => [
      t(`report.kind.${kind}`),
      f.number(report.heard[kind] ?? 0),
      report.codes
        .filter((one) => one.kind === kind)
        .map(({ code, n }) => `${code ?? t('report.code.none')}: ${f.number(n)}`)
        .join(', '),
    ])}
  />
)

/** What became of a campaign: counted, without anybody being watched. */
export const ReportPage = ({ speech, campaign, report }: Props) => {
  const { t, f, locale } = speech
  const { accepted, rejected, unknown, delivered, heard, domains, left, links } = report
  const failed = FAILURE_KINDS.some((kind) => (heard[kind] ?? 0) > 0)
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="report" />
      <div class="cp st g6">
        {campaign.startedAt === null ? (
          <Notice tone="tn">
            <p>{t('report.none')}</p>
          </Notice>
        ) : (
          <>
            <section class="st" aria-labelledby="arrived">
              <h2 id="arrived">{t('report.arrived')}</h2>
              <p class="s m">{t('report.arrived.text')}</p>
              <Facts
                rows={[
                  [t('report.accepted'), f.number(accepted)],
                  [t('report.delivered'), delivered === null ? t('report.delivered.unknown') : f.number(delivered)],
                  [t('report.rejected'), f.number(rejected)],
                  unknown === 0 ? null : [t('report.unknown'), f.number(unknown)],
                  [t('report.complaints'), f.number(heard.complaint ?? 0)],
                  [t('report.left'), f.number(left)],
                  [t('report.replies'), f.number(heard.reply ?? 0)],
                ]}
              />
            </section>
            {failed && <Failures speech={speech} report={report} />}
            {domains.length > 0 && (
              <Table
                id="domains"
                title={t('report.domains')}
                text={t('report.domains.text', { n: LEAST_MAILS, count: f.number(LEAST_MAILS) })}
                columns={[t('report.domain'), t('report.mails'), t('report.failed')]}
                rows={domains.map(({ domain, mails, failed: n }) => [domain, f.number(mails), f.number(n)])}
              />
            )}
            {campaign.countsLinks && (
              <Table
                id="links"
                title={t('report.links')}
                text={links.length === 0 ? t('report.links.none') : t('report.links.text')}
                columns={[t('report.link'), t('report.followed')]}
                rows={links.map(({ url, n }) => [url, f.number(n)])}
              />
            )}
            <div>
              <a class="b q" href={localPath(locale, `/console/newsletter/${campaign.id}/report.csv`)}>
                {t('report.csv')}
              </a>
            </div>
          </>
        )}
      </div>
    </>
  )
}
