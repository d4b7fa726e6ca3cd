import { localPath } from '@stem/i18n/locales'
import { placeName } from '@stem/ui/country-chip'
import { Facts } from '@stem/ui/facts'
import { Locator } from '@stem/ui/locator'
import { Notice } from '@stem/ui/notice'
import { tilePlaces } from '@stem/ui/tile-places'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { UntranslatedNotice } from '@stem/ui/untranslated'
import { apaOf, bibtexOf } from './citation.ts'
import { LinkedRecords } from './linked-records.tsx'
import type { RecordParts } from './record-kind.ts'

/** Host of a web address, as a reader recognises it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

/** Name of a country, with the way to its profile. */
export const Country = ({ speech, code }: { speech: Speech; code: string }) =>
  // Every country that has a tile has a profile.
  tilePlaces[code] !== undefined ? (
    <a href={localPath(speech.locale, `/countries/${code.toLowerCase()}`)}>{placeName(speech, code)}</a>
  ) : (
    <>{placeName(speech, code)}</>
  )

/** How a record is cited, to copy and to save. */
export const Citation = ({ speech: { t }, cited: { how, file } }: { speech: Speech; cited: NonNullable<RecordParts['cited']> }) => {
  const apa = apaOf(how)
  return (
    <section class="st" aria-labelledby="cite">
      <h2 id="cite">{t('record.cite')}</h2>
      <h3 class="s">APA 7</h3>
      <p lang="en">
        {apa.before}
        <i>{apa.title}</i>
        {apa.after}
      </p>
      <details>
        <summary>BibTeX</summary>
        <div class="sx" tabindex={0} role="region" aria-label="BibTeX">
          <pre class="s" lang="en" translate="no">
            {bibtexOf(how).trimEnd()}
          </pre>
        </div>
      </details>
      <p class="cl s np">
        <a href={file} download>
          {t('record.cite.save')}
        </a>
        <a href={how.via}>{t('record.cite.link')}</a>
      </p>
    </section>
  )
}

/** One record: what it is, where it can be read, how it is cited, and what belongs to it. */
export const RecordPage = ({ speech, name, shown, found, word, facts, cited }: RecordParts) => {
  const { t, f, locale } = speech
  const lang = shown.language === locale ? undefined : shown.language
  const missing = <span class="m">{t('chrome.not-on-file')}</span>
  return (
    <div class="w top st g6">
      <div class="ph">
        <div class="st g2">
          {word !== null && (
            <p class="cl g2">
              <Tag>{word}</Tag>
            </p>
          )}
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
          {shown.website === null ? (
            <p class="m">{t('record.nowhere')}</p>
          ) : (
            <p class="np">
              <a class="b" href={shown.website} rel="noopener">
                {t('record.read', { host: hostOf(shown.website) })}
              </a>
            </p>
          )}
          {cited !== null && <Citation speech={speech} cited={cited} />}
          <LinkedRecords speech={speech} id="related" title={t('record.related')} rows={found.related} />
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
                ...(name === 'policy' || name === 'projects'
                  ? []
                  : [[t('record.country'), shown.country === null ? missing : <Country speech={speech} code={shown.country} />] as const]),
              ]}
            />
          </div>
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
