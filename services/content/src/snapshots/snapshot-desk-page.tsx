import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Select, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { wordsOf } from '../indicators/indicator-words.ts'
import type { DeskFacts } from './find-for-desk.ts'

type Props = { speech: Speech; facts: DeskFacts; state: FormState; done: string | null }

const Known = ({ speech, facts }: Pick<Props, 'speech' | 'facts'>) => {
  const { t, f, locale } = speech
  return (
    <table class="tb rt">
      <caption class="vh">{t('console.indicators')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('data.compare.indicator')}</th>
          <th scope="col">{t('data.vintages')}</th>
          <th scope="col">{t('data.pinned')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.indicators.map((indicator) => {
          const { title, lang } = wordsOf(speech, indicator)
          const count = facts.vintages.filter(({ itemId }) => itemId === indicator.id).length
          const pinned = facts.snapshots.filter(({ itemId }) => itemId === indicator.id)
          const path = localPath(locale, `/data/${indicator.slug}`)
          return (
            <tr>
              <th scope="row">
                <a href={path} lang={lang}>
                  {title}
                </a>
              </th>
              <td data-l={t('data.vintages')}>
                <a href={`${path}/vintages`}>{t('data.vintages.all', { n: count, count: f.number(count) })}</a>
              </td>
              <td data-l={t('data.pinned')}>
                {pinned.length === 0
                  ? '–'
                  : pinned.map(({ id, vintage, createdAt }) => (
                      <a href={localPath(locale, `/data/snapshots/${id}`)}>{t('data.pinned.line', { vintage, date: f.day(createdAt) })}</a>
                    ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The desk of indicators: pinning a vintage, and what is on file. */
export const SnapshotDeskPage = ({ speech, facts, state, done }: Props) => {
  const { t, f, locale } = speech
  const titles = new Map(facts.indicators.map((indicator) => [indicator.id, wordsOf(speech, indicator).title]))
  const vintages = facts.vintages.flatMap(({ itemId, number, retrievedOn }) => {
    const title = titles.get(itemId)
    return title === undefined ? [] : [[`${itemId}:${number}`, `${title}: ${t('data.vintage.text', { number, date: f.date(retrievedOn) })}`] as const]
  })
  const labels = { vintage: t('data.vintage'), publication: t('data.desk.by') }
  if (facts.indicators.length === 0)
    return (
      <div class="cp">
        <Empty title={t('data.desk.none')} />
      </div>
    )
  return (
    <>
      <form class="cp st" method="post" action={`${localPath(locale, '/console/indicators')}#es`} novalidate>
        <ErrorSummary speech={speech} state={state} labels={labels} />
        {done !== null && (
          <Notice tone="ok">
            <p>
              {t('data.desk.done')} <a href={localPath(locale, `/data/snapshots/${done}`)}>{done}</a>
            </p>
          </Notice>
        )}
        <p class="n">{t('data.desk.lead')}</p>
        <Select speech={speech} state={state} name="vintage" label={labels.vintage} options={vintages} />
        <Select
          speech={speech}
          state={state}
          name="publication"
          label={labels.publication}
          optional
          none={t('data.desk.nobody')}
          options={facts.publications.map(({ id, title, date }) => [id, date === '0000' ? title : `${title} (${date.slice(0, 4)})`] as const)}
        />
        <div class="cl">
          <button class="b">{t('data.desk.pin')}</button>
        </div>
      </form>
      <div class="cp">
        <Known speech={speech} facts={facts} />
      </div>
    </>
  )
}
