import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Locator } from '@stem/ui/locator'
import { Notice } from '@stem/ui/notice'
import { termName, type Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import type { CardRow } from '../facts/card.ts'
import { listOf } from '@stem/contracts/lists'
import type { Cited } from '../record/citation.ts'
import type { FoundRecord } from '../record/find-record.ts'
import { LinkedRecords } from '../record/linked-records.tsx'
import { Citation, Country, hostOf } from '../record/record-page.tsx'
import { isInCalendar } from './calendar.ts'
import { eventDoc, modeOf, stateOf, type EventDoc } from './event.ts'
import { webcal } from './events-page.tsx'
import { timesOf } from './when.ts'

type Parts = { speech: Speech; found: FoundRecord; isPast: boolean; cited: { how: Cited; file: string }; origin: string; path: string }

/** What came of an event among the records linked with it: what is a publication, a report or news. */
export const isOutput = ({ type }: Pick<CardRow, 'type'>): boolean => listOf(type) === 'publications' || listOf(type) === 'news'

const State = ({ speech: { t, f }, doc }: { speech: Speech; doc: EventDoc }) => {
  const state = stateOf(doc)
  if (state === 'scheduled') return null
  return (
    <Notice tone={state === 'cancelled' ? 'bad' : 'warn'}>
      <p>
        <b>{t(`events.state.${state}`)}.</b> {doc.previousStart && t('events.state.before', { date: f.date(doc.previousStart) })}{' '}
        {doc.stateNote && <span lang="en">{doc.stateNote}</span>}
      </p>
    </Notice>
  )
}

const Programme = ({ speech: { t, f }, doc, lang }: { speech: Speech; doc: EventDoc; lang: string }) =>
  !doc.agenda || doc.agenda.length === 0 ? null : (
    <section class="st" aria-labelledby="programme">
      <h2 id="programme">{t('events.programme')}</h2>
      <div>
        {doc.agenda.map(({ day, slots }) => (
          <div class="day">
            <h3 class="s">{f.date(day)}</h3>
            <ul class="st g2">
              {slots.map(({ from, to, title, who }) => (
                <li>
                  {from !== null && <span class="num m">{to === null ? from : `${from}–${to}`} </span>}
                  <span lang={lang}>
                    <b>{title}</b>
                    {who !== null && `, ${who}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )

const Speakers = ({ speech: { t }, doc, lang }: { speech: Speech; doc: EventDoc; lang: string }) =>
  !doc.speakers || doc.speakers.length === 0 ? null : (
    <section class="st" aria-labelledby="speakers">
      <h2 id="speakers">{t('events.speakers')}</h2>
      <ul class="st g1">
        {doc.speakers.map(({ name, role }) => (
          <li lang={lang}>
            <b>{name}</b>
            {role !== null && `, ${role}`}
          </li>
        ))}
      </ul>
    </section>
  )

const Outputs = ({ speech, doc, rows, isPast, lang }: { speech: Speech; doc: EventDoc; rows: CardRow[]; isPast: boolean; lang: string }) => {
  const { t } = speech
  const own = doc.outputs ?? []
  if (own.length === 0 && rows.length === 0 && !isPast) return null
  return (
    <section class="st" aria-labelledby="outputs">
      <h2 id="outputs">{t('events.outputs')}</h2>
      {own.length === 0 && rows.length === 0 && <p class="m">{t('events.outputs.none')}</p>}
      {own.length > 0 && (
        <ul class="st g1">
          {own.map(({ kind, title, url }) => (
            <li>
              {t(`events.output.${kind}`)}:{' '}
              <a href={url} rel="noopener" lang={lang}>
                {title}
              </a>{' '}
              <span class="s m">({hostOf(url)})</span>
            </li>
          ))}
        </ul>
      )}
      <LinkedRecords speech={speech} id="reports" title={t('events.outputs.records')} rows={rows} />
    </section>
  )
}

function factsOf({ speech, found, isPast }: Parts): (readonly [string, unknown])[] {
  const { t, f } = speech
  const row = found.record
  const doc = eventDoc(row)
  const mode = modeOf(doc)
  const times = timesOf(speech, doc, row.country)
  return [
    ...(times.length === 0
      ? [[t('events.when'), doc.start === null ? null : f.dateRange(doc.start, doc.end)] as const]
      : times.map(({ when, zone }, index) => [t(index === 0 ? 'events.when' : 'events.when.there'), `${when} (${zone})`] as const)),
    [t('events.place'), [doc.place, doc.address].filter((part) => part).join(', ') || null],
    ...(row.country === null ? [] : [[t('record.country'), <Country speech={speech} code={row.country} />] as const]),
    [t('events.mode'), mode === null ? null : t(`events.mode.${mode}`)],
    [t('events.host'), doc.host ?? null],
    ...(doc.languages && doc.languages.length > 0 ? [[t('events.languages'), f.list(doc.languages.map((code) => f.languageName(code)))] as const] : []),
    ...(mode === 'online' ? [] : [[t('events.access'), doc.access ?? null] as const]),
    ...(isPast
      ? []
      : [
          [
            t('events.registration'),
            doc.registration ? <a href={doc.registration}>{t('events.register', { host: hostOf(doc.registration) })}</a> : null,
          ] as const,
        ]),
  ]
}

/** One event: when and where, how it stands, programme, what came of it, how to have it in one's calendar and how to cite it. */
export const EventPage = (parts: Parts) => {
  const { speech, found, isPast, cited, origin, path } = parts
  const { t, f, locale } = speech
  const row = found.record
  const doc = eventDoc(row)
  const lang = row.locale
  const foreign = lang === locale ? undefined : lang
  const calendar = localPath(locale, `${path}.ics`)
  return (
    <div class="w top st g6">
      <div class="ph">
        <div class="st g2">
          <p class="cl g2">
            {(doc.terms['event'] ?? []).map((code) => (
              <Tag tone="tn">{termName(speech, 'event', code)}</Tag>
            ))}
            {stateOf(doc) !== 'cancelled' && <Tag>{t(isPast ? 'events.over' : 'events.ahead')}</Tag>}
          </p>
          <h1 lang={foreign}>{row.title}</h1>
          <p class="meta">
            {doc.start !== null && <span>{f.dateRange(doc.start, doc.end)}</span>}
            {doc.place && <span lang={foreign}>{doc.place}</span>}
          </p>
          <p class="lead" lang={foreign}>
            {row.summary}
          </p>
        </div>
        <Locator country={row.country} />
      </div>
      <State speech={speech} doc={doc} />
      <UntranslatedNotice speech={speech} lang={lang} />
      <div class="sb r">
        <div class="st g6">
          <Programme speech={speech} doc={doc} lang={lang} />
          <Speakers speech={speech} doc={doc} lang={lang} />
          <Outputs speech={speech} doc={doc} rows={found.related.filter(isOutput)} isPast={isPast} lang={lang} />
          <LinkedRecords speech={speech} id="related" title={t('record.related')} rows={found.related.filter((one) => !isOutput(one))} />
          <Citation speech={speech} cited={cited} />
          <LinkedRecords speech={speech} id="close" title={t('record.close')} rows={found.close} />
        </div>
        <aside class="st" aria-labelledby="facts">
          <div class="c">
            <h2 id="facts" class="s">
              {t('record.facts')}
            </h2>
            <Facts
              rows={factsOf(parts).map(([name, value]) => [name, (value as string | null) ?? <span class="m">{t('chrome.not-on-file')}</span>] as const)}
            />
          </div>
          {isInCalendar(row) && (
            <p class="cl np">
              {!isPast && (
                <a class="b q" href={webcal(origin, calendar)}>
                  {t('events.add')}
                </a>
              )}
              <a href={calendar}>{t('events.save')}</a>
            </p>
          )}
          {doc.caution !== null && (
            <Notice tone="warn">
              <p class="s">
                <b>{t('record.caution')}</b> <span lang="en">{doc.caution}</span>
              </p>
            </Notice>
          )}
          <p class="xs m">
            {t('record.compiled')} {doc.sourceUrl !== null && <a href={doc.sourceUrl}>{t('record.source', { host: hostOf(doc.sourceUrl) })}</a>}
          </p>
        </aside>
      </div>
    </div>
  )
}
