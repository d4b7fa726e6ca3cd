import { localPath } from '@stem/i18n/locales'
import type { Child } from 'hono/jsx'
import { Facts } from '@stem/ui/facts'
import { Locator } from '@stem/ui/locator'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import { type Speech, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import { pathOf } from '../addresses/address-of.ts'
import { timelineEntryOf, type CardRow } from '../facts/card.ts'
import { PARTS, SIDES } from '../instruments/instrument.ts'
import { LinkedRecords } from '../record/linked-records.tsx'
import type { RecordParts } from '../record/record-kind.ts'
import { Citation, Country, hostOf } from '../record/record-page.tsx'
import { adviceOf, dossierDoc, membersOf, workingGroupDoc } from './dossier.ts'
import { Recommended } from './recommended.tsx'

const RUNNING = new Set(['ongoing', 'active'])
// What happens on a day; everything else that is linked stands under its own heading.
const HAPPENS = new Set(['event', 'meeting-report', 'news', 'publication'])
// What a group does together; the rest of what happens is what it gave to others.
const MEETS = new Set(['event', 'meeting-report'])

const foreign = (speech: Speech, locale: string): string | undefined => (locale === speech.locale ? undefined : locale)

type Happened = { when: string; title: string; path: string | null; lang?: string; summary: string }

/** What happened, first to last: where it began, and what is linked with it, by its own date. */
export function timelineOf(speech: Speech, start: string | null, rows: readonly CardRow[]): Happened[] {
  const { t, f } = speech
  const linked = rows
    .filter(({ type, sort_date }) => HAPPENS.has(type) && sort_date !== '0000')
    .map((row) => {
      const { start: first, end } = timelineEntryOf(row)
      return {
        at: first,
        when: f.dateRange(first, end),
        title: row.title,
        path: pathOf(row.type, row.slug),
        lang: foreign(speech, row.locale),
        summary: row.summary,
      }
    })
  const begun = start === null ? [] : [{ at: start, when: f.date(start), title: t('dossier.begun'), path: null, summary: '' }]
  return [...begun, ...linked].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

type TimelineParts = { speech: Speech; part?: 'timeline' | 'meetings' | 'outputs'; happened: Happened[]; more?: Child }

const Timeline = ({ speech, part = 'timeline', happened, more }: TimelineParts) => (
  <section class="st" aria-labelledby={part}>
    <h2 id={part}>{speech.t(`dossier.${part}`)}</h2>
    {happened.length === 0 ? (
      <p class="m">{speech.t(`dossier.${part}.none`)}</p>
    ) : (
      <ol class="tlx">
        {happened.map(({ when, title, path, lang, summary }) => (
          <li class="dn">
            <p class="dt">{when}</p>
            <p lang={lang}>
              <b>{path === null ? title : <a href={localPath(speech.locale, path)}>{title}</a>}</b>
              {summary !== '' && (
                <>
                  <br />
                  {summary}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    )}
    {more}
  </section>
)

/** What a working group did: its meetings, and what it gave to others. */
const GroupWork = ({ speech, start, rows }: { speech: Speech; start: string | null; rows: readonly CardRow[] }) => (
  <>
    <Timeline
      speech={speech}
      part="meetings"
      happened={timelineOf(
        speech,
        start,
        rows.filter(({ type }) => MEETS.has(type)),
      )}
      more={<MoreLink href={`${localPath(speech.locale, '/events')}?event=working-group`}>{speech.t('dossier.meetings.all')}</MoreLink>}
    />
    <Timeline
      speech={speech}
      part="outputs"
      happened={timelineOf(
        speech,
        null,
        rows.filter(({ type }) => !MEETS.has(type)),
      )}
    />
  </>
)

const Words = ({ speech, body, lang }: { speech: Speech; body: string; lang?: string }) => {
  const blocks = JSON.parse(body) as { part?: string; text?: string }[]
  return (
    <>
      {PARTS.map((part) => {
        const text = blocks.find((block) => block.part === part)?.text
        return text === undefined ? null : (
          <section class="st" aria-labelledby={part}>
            <h2 id={part}>{speech.t(`instruments.words.${part}`)}</h2>
            <p class="pre" lang={lang}>
              {text}
            </p>
          </section>
        )
      })}
    </>
  )
}

/** Who sat at the table: by side of the triple helix, or as one group. */
const AtTheTable = ({ speech: { t }, row, isGroup }: { speech: Speech; row: CardRow; isGroup: boolean }) => {
  const sides = isGroup
    ? [{ name: null, people: membersOf(workingGroupDoc(row)) }]
    : SIDES.map((side) => ({ name: t(`instruments.side.${side}`), people: dossierDoc(row).participants?.[side] ?? [] }))
  const present = sides.filter(({ people }) => people.length > 0)
  return present.length === 0 ? null : (
    <section class="st" aria-labelledby="table">
      <h2 id="table">{t('instruments.participants')}</h2>
      <div class="gr">
        {present.map(({ name, people }) => (
          <div class="st g1">
            {name !== null && <h3 class="s">{name}</h3>}
            <ul class="st g1">
              {people.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** A taskforce, working group, roundtable or briefing: what it was asked for, who took part, what happened, what came of it and what countries did about it. */
export const DossierPage = ({ speech, name, shown, found, word, facts, cited }: RecordParts) => {
  const { t, f, locale } = speech
  const row = found.record
  const { status, start } = dossierDoc(row)
  const lang = foreign(speech, shown.language)
  const missing = <span class="m">{t('chrome.not-on-file')}</span>
  const advice = adviceOf(row)
  const isGroup = name === 'working-groups'
  const others = found.related.filter(({ type, sort_date }) => !HAPPENS.has(type) || sort_date === '0000')
  return (
    <div class="w top st g6">
      <div class="ph">
        <div class="st g2">
          <p class="cl g2">
            <Tag>{word}</Tag>
            {status && (
              <Tag tone={RUNNING.has(status) ? 'ok' : ''} icon={RUNNING.has(status) ? 'circle-dot' : 'check'}>
                {termName(speech, 'status', status)}
              </Tag>
            )}
          </p>
          <h1 lang={lang}>{shown.title}</h1>
          <p class="lead" lang={lang}>
            {shown.summary}
          </p>
        </div>
        <Locator country={shown.country} />
      </div>
      <UntranslatedNotice speech={speech} lang={shown.language} />
      <div class="sb r">
        <div class="st g6">
          <Words speech={speech} body={row.body} lang={lang} />
          <AtTheTable speech={speech} row={row} isGroup={isGroup} />
          {isGroup ? (
            <GroupWork speech={speech} start={start ?? null} rows={found.related} />
          ) : (
            <Timeline speech={speech} happened={timelineOf(speech, start ?? null, found.related)} />
          )}
          {!isGroup && (
            <section class="st" aria-labelledby="advice">
              <h2 id="advice">{t('instruments.recommendations')}</h2>
              {advice.length === 0 ? <p class="m">{t('dossier.advice.none')}</p> : <Recommended speech={speech} advice={advice} />}
            </section>
          )}
          {cited !== null && <Citation speech={speech} cited={cited} />}
          <LinkedRecords speech={speech} id="related" title={t('record.related')} rows={others} />
          <LinkedRecords speech={speech} id="close" title={t('record.close')} rows={found.close} />
          <LinkedRecords speech={speech} id="beside" title={t('record.beside.practices')} rows={found.beside} />
        </div>
        <aside class="st" aria-labelledby="facts">
          <div class="c">
            <h2 id="facts" class="s">
              {t('record.facts')}
            </h2>
            <Facts
              rows={[
                ...facts.map(([label, value]) => [label, value ?? missing] as const),
                ...(shown.country === null ? [] : [[t('record.country'), <Country speech={speech} code={shown.country} />] as const]),
              ]}
            />
          </div>
          {!isGroup && <MoreLink href={localPath(locale, '/support')}>{t('dossier.ask')}</MoreLink>}
          {shown.caution !== null && (
            <Notice tone="warn">
              <p class="s">
                <b>{t('record.caution')}</b> <span lang="en">{shown.caution}</span>
              </p>
            </Notice>
          )}
          <p class="xs m">
            {t('record.compiled')} {shown.source !== null && <a href={shown.source}>{t('record.source', { host: hostOf(shown.source) })}</a>}
          </p>
          <p class="xs m">{t('record.updated', { date: f.date(shown.updatedAt.slice(0, 10)) })}</p>
        </aside>
      </div>
    </div>
  )
}
