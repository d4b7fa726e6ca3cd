import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { Facts } from '@stem/ui/facts'
import { Locator } from '@stem/ui/locator'
import { Notice } from '@stem/ui/notice'
import { practiceRow, RowList } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import { freshnessOf } from '../freshness/freshness.ts'
import { cardOf } from '../facts/card.ts'
import type { PracticeOfApi } from '@stem/contracts/api-practices'
import type { FoundRecord } from '../record/find-record.ts'
import { LinkedRecords } from '../record/linked-records.tsx'

const RUNNING = new Set(['ongoing', 'active'])

/** Host of a web address, as a reader recognises it. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

const Missing = ({ speech: { t } }: { speech: Speech }) => <span class="m">{t('chrome.not-on-file')}</span>

/** One practice: what it is, who runs it, what is known and what is not. */
export const PracticePage = ({ speech, practice, found, now }: { speech: Speech; practice: PracticeOfApi; found: FoundRecord; now: number }) => {
  const { t, f, locale } = speech
  const { close, related, beside } = found
  const state = freshnessOf(practice, now)
  const lang = practice.language === locale ? undefined : practice.language
  const names = (taxonomy: 'level' | 'target' | 'topic', codes: string[]) => f.list(codes.map((code) => termName(speech, taxonomy, code)))
  const missing = <Missing speech={speech} />
  const narrowed = (facet: string, code: string) => `${localPath(locale, '/practices')}?${facet}=${encodeURIComponent(code)}`
  return (
    <div class="w top st g6">
      <p class="pr">{t('practice.printed')}</p>
      <div class="ph">
        <div class="st g2">
          <p class="cl g2">
            {practice.status !== null && (
              <Tag tone={RUNNING.has(practice.status) ? 'ok' : ''} icon={RUNNING.has(practice.status) ? 'circle-dot' : 'check'}>
                {termName(speech, 'status', practice.status)}
              </Tag>
            )}
            {practice.form !== null && <Tag>{termName(speech, 'form', practice.form)}</Tag>}
          </p>
          <h1 lang={lang}>{practice.title}</h1>
          <p class="lead" lang={lang}>
            {practice.summary}
          </p>
        </div>
        <Locator country={practice.country} />
      </div>
      <UntranslatedNotice speech={speech} lang={practice.language} />
      <div class="sb r">
        <div class="st g6">
          {practice.topics.length > 0 && (
            <section class="st" aria-labelledby="p1">
              <h2 id="p1">{t('practice.topics')}</h2>
              <ul class="cl g2">
                {practice.topics.map((topic) => (
                  <li>
                    <a class="tag tn" href={narrowed('topic', topic)}>
                      {termName(speech, 'topic', topic)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section class="st" aria-labelledby="p2">
            <h2 id="p2">{t('practice.unknown')}</h2>
            <p class="n">{t('practice.unknown.lead')}</p>
            <Facts
              rows={[
                [t('practice.results'), <span class="m">{t('practice.not-reported')}</span>],
                [t('practice.cost'), <span class="m">{t('practice.not-reported')}</span>],
                [t('practice.transfer'), <span class="m">{t('practice.not-reported')}</span>],
              ]}
            />
          </section>
          {close.length > 0 && (
            <section class="st" aria-labelledby="p3">
              <h2 id="p3">{t('practice.close')}</h2>
              <RowList speech={speech} rows={close.map((row) => practiceRow(speech, cardOf(row)))} />
            </section>
          )}
          <LinkedRecords speech={speech} id="p5" title={t('record.related')} rows={related} />
          <LinkedRecords speech={speech} id="p6" title={t('record.beside.publications')} rows={beside} />
        </div>
        <aside class="st" aria-labelledby="p4">
          <div class="c">
            <h2 id="p4" class="s">
              {t('practice.facts')}
            </h2>
            <Facts
              rows={[
                [
                  t('practice.country'),
                  practice.country === null ? (
                    missing
                  ) : practice.country === 'EU' ? (
                    placeName(speech, 'EU')
                  ) : (
                    <a href={localPath(locale, `/countries/${practice.country.toLowerCase()}`)}>{placeName(speech, practice.country)}</a>
                  ),
                ],
                [t('practice.organisation'), practice.organisation ?? missing],
                [t('practice.since'), practice.startYear === null ? missing : String(practice.startYear)],
                [t('practice.levels'), practice.levels.length === 0 ? missing : names('level', practice.levels)],
                [t('practice.targets'), practice.targets.length === 0 ? missing : names('target', practice.targets)],
                [
                  t('practice.website'),
                  practice.website === null ? (
                    missing
                  ) : (
                    <a href={practice.website} rel="noopener">
                      {hostOf(practice.website)}
                    </a>
                  ),
                ],
                [
                  t('practice.checked'),
                  practice.verifiedOn === null || practice.reviewBy === null ? (
                    <span class="m">{t('practice.not-checked')}</span>
                  ) : state === 'overdue' ? (
                    <Tag tone="warn">{t('freshness.since', { date: f.date(practice.verifiedOn) })}</Tag>
                  ) : (
                    <>{t('freshness.due', { date: f.date(practice.verifiedOn), next: f.date(practice.reviewBy) })}</>
                  ),
                ],
              ]}
            />
          </div>
          <div class="c p np">
            <h2 class="s">{t('practice.use')}</h2>
            <p class="s">{t('practice.use.text')}</p>
            <a class="b" href={`${localPath(locale, '/support/request')}?practice=${practice.id}`}>
              {t('asking.with-practice')}
            </a>
          </div>
          {practice.caution !== null && (
            <Notice tone="warn">
              <p class="s">
                <b>{t('practice.caution')}</b> <span lang="en">{practice.caution}</span>
              </p>
            </Notice>
          )}
          <p class="xs m">
            {t('practice.compiled')} {practice.source !== null && <a href={practice.source}>{t('practice.source', { host: hostOf(practice.source) })}</a>}
          </p>
          <p class="xs m">{t('practice.updated', { date: f.date(practice.updatedAt.slice(0, 10)) })}</p>
        </aside>
      </div>
    </div>
  )
}
