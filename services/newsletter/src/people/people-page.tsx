import { localPath, LOCALES } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { ErrorSummary, Field, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { countryOptions, type Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { NewsletterTabs } from '../desk/newsletter-tabs.tsx'
import { FILTER_NAMES, MOST_COUNTED, READER_FILTERS, type ReaderFilter, type ReaderFilterName, type ReaderRow, type ShownState } from './find-readers.ts'

const TONES = { active: 'ok', paused: 'warn', withdrawn: '', suppressed: 'bad' } as const

/** Where a reader stands, in a word. */
export const ReaderTag = ({ speech, state }: { speech: Speech; state: ShownState }) => <Tag tone={TONES[state]}>{speech.t(`readers.state.${state}`)}</Tag>

const optionsOf = ({ t, f, locale }: Speech): Record<ReaderFilterName, (readonly [string, string])[]> => ({
  state: READER_FILTERS.state.map((one) => [one, t(`readers.state.${one}`)] as const),
  topic: READER_FILTERS.topic.map((one) => [one, t(`newsletter.topic.${one}`)] as const),
  country: countryOptions({ t, f, locale }, READER_FILTERS.country),
  language: READER_FILTERS.language.map((one) => [one, LOCALES[one]] as const),
  frequency: READER_FILTERS.frequency.map((one) => [one, t(`newsletter.frequency.${one}`)] as const),
  who: READER_FILTERS.who.map((one) => [one, t(one === 'members' ? 'readers.member' : 'readers.visitor')] as const),
})

const queryOf = (filter: ReaderFilter, after = ''): string => {
  const params = new URLSearchParams(FILTER_NAMES.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]))
  if (after !== '') params.set('after', after)
  return params.size === 0 ? '' : `?${params.toString()}`
}

/** A search by the whole address: a form that is posted, so that no address stands in the address of a page. */
export const FindByAddress = ({ speech, state, path }: { speech: Speech; state: FormState; path: string }) => (
  <form class="st g2" method="post" action={`${localPath(speech.locale, path)}#es`} novalidate>
    <Field
      speech={speech}
      state={state}
      name="address"
      label={speech.t('readers.find')}
      hint={speech.t('readers.find.hint')}
      type="email"
      inputmode="email"
      autocomplete="off"
      most={254}
    />
    <div>
      <button class="b q" name="do" value="find">
        {speech.t('readers.find.button')}
      </button>
    </div>
  </form>
)

type Props = {
  speech: Speech
  filter: ReaderFilter
  after: string
  page: { rows: ReaderRow[]; next: string | null; found: number }
  state: FormState
  /** The address that was looked for belongs to nobody. */
  isNobody: boolean
}

/** Readers: found by their address, or listed by what they chose. */
export const PeoplePage = ({ speech, filter, after, page, state, isNobody }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/newsletter/people')
  const options = optionsOf(speech)
  const isNarrowed = FILTER_NAMES.some((name) => filter[name] !== '')
  return (
    <>
      <NewsletterTabs speech={speech} at="people" />
      <div class="cp st g5">
        <ErrorSummary speech={speech} state={state} labels={{ address: t('readers.find') }} />
        {isNobody && (
          <div role="status">
            <Empty title={t('readers.find.none')}>
              <p class="m">{t('readers.find.none.text')}</p>
              <MoreLink href={localPath(locale, '/console/newsletter/suppressions')}>{t('readers.tab.suppressions')}</MoreLink>
            </Empty>
          </div>
        )}
        <FindByAddress speech={speech} state={state} path="/console/newsletter/people" />
        <details open={isNarrowed}>
          <summary>{t('console.filter')}</summary>
          <form class="st" method="get" action={here}>
            <div class="fgr">
              {FILTER_NAMES.map((name) => (
                <div class="fd">
                  <label for={`f-${name}`}>{t(`readers.filter.${name}`)}</label>
                  <select class="in" id={`f-${name}`} name={name}>
                    <option value="">{t('console.any')}</option>
                    {options[name].map(([value, label]) => (
                      <option value={value} selected={filter[name] === value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </div>
            <div class="cl">
              <button class="b">{t('readers.filter.apply')}</button>
              {isNarrowed && <a href={here}>{t('console.clear')}</a>}
            </div>
          </form>
        </details>
        <p role="status">{t('readers.found', { n: page.found, count: page.found > MOST_COUNTED ? `${f.number(MOST_COUNTED)}+` : f.number(page.found) })}</p>
      </div>
      {page.rows.length === 0 ? (
        <div class="cp">
          <Empty title={t(isNarrowed ? 'console.no-match' : 'readers.none')}>{!isNarrowed && <p class="m">{t('readers.none.text')}</p>}</Empty>
        </div>
      ) : (
        <ul class="il nb">
          {page.rows.map((row) => (
            <Row
              speech={speech}
              mark={f.languageName(row.locale)}
              country={null}
              href={`${here}/${row.id}`}
              title={row.address}
              status={
                <>
                  {row.isMember === 1 && <Tag tone="tn">{t('readers.member')}</Tag>}
                  <ReaderTag speech={speech} state={row.state} />
                </>
              }
              date={f.day(row.confirmedAt)}
            />
          ))}
        </ul>
      )}
      {(after !== '' || page.next !== null) && (
        <nav class="cp cl" aria-label={t('chrome.pages')}>
          {after !== '' && (
            <a class="b q" href={`${here}${queryOf(filter)}`}>
              {t('readers.first')}
            </a>
          )}
          {page.next !== null && (
            <a class="b q end" rel="next" href={`${here}${queryOf(filter, page.next)}`}>
              {t('inbox.next')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
