import { localPath } from '@stem/i18n/locales'
import { COUNTRIES } from '@stem/contracts/countries'
import { Field, Hidden, Select, untouched } from '@stem/ui/form'
import { CountryChip } from '@stem/ui/country-chip'
import { Notice } from '@stem/ui/notice'
import { countryOptions, type Speech } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import type { Target } from './find-targets.ts'
import { linkName, publicAddress } from './link-facts.tsx'
import type { Link, ShownLink } from './link.ts'

type Searched = { kind: 'organisation' | 'practice'; q: string; found: Target[] }
type Props = { speech: Speech; found: Case; links: readonly ShownLink[]; searched: Searched | null; problem?: string }

const Act = ({ found, link, q, act, label, name }: { found: Case; link: Link; q?: string; act: 'link' | 'unlink'; label: string; name: string }) => (
  <>
    <Hidden name="version" value={String(found.version)} />
    <Hidden name="kind" value={link.kind} />
    <Hidden name="target" value={link.target} />
    {q !== undefined && <Hidden name="q" value={q} />}
    <button class="b q" name="do" value={act}>
      {label}
      <span class="vh"> {name}</span>
    </button>
  </>
)

const Search = ({ speech, here, searched }: { speech: Speech; here: string; searched: Searched | null }) => (
  <form class="c st" method="get" action={`${here}#found`}>
    <Select
      speech={speech}
      state={untouched({ kind: searched?.kind ?? 'organisation' })}
      name="kind"
      label={speech.t('links.kind')}
      options={(['organisation', 'practice'] as const).map((kind) => [kind, speech.t(`links.kind.${kind}`)] as const)}
    />
    <Field speech={speech} state={untouched({ q: searched?.q ?? '' })} name="q" type="search" label={speech.t('links.words')} most={100} />
    <div>
      <button class="b">{speech.t('links.search')}</button>
    </div>
  </form>
)

/** What a case is linked to, and the search for more. */
export const LinksPage = ({ speech, found, links, searched, problem }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/console/requests/${found.id}/links`)
  const isLinked = (target: Target) => links.some((link) => link.kind === target.kind && link.target === target.target)
  return (
    <>
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <p class="n">{t('links.text')}</p>
      {links.length > 0 && (
        <ul class="st" aria-label={t('links.title')}>
          {links.map((link) => (
            <li>
              <form class="cl" method="post" action={here}>
                <span>
                  <a href={publicAddress(speech, link)}>{linkName(speech, link)}</a> <span class="m">{t(`links.kind.${link.kind}`)}</span>
                </span>
                <Act found={found} link={link} act="unlink" label={t('links.remove')} name={linkName(speech, link)} />
              </form>
            </li>
          ))}
        </ul>
      )}
      <Search speech={speech} here={here} searched={searched} />
      {searched !== null && (
        <section class="st" aria-labelledby="found">
          <h2 id="found" tabindex={-1}>
            {t('links.found', { n: searched.found.length, count: f.number(searched.found.length) })}
          </h2>
          {searched.found.length === 0 ? (
            <p class="m">{t('links.found.none')}</p>
          ) : (
            <ul class="st">
              {searched.found.map((target) => (
                <li>
                  <form class="cl" method="post" action={here}>
                    <CountryChip speech={speech} country={target.country} kind="x" />
                    <a href={publicAddress(speech, target)}>{target.label}</a>
                    {isLinked(target) ? (
                      <span class="m">{t('links.linked')}</span>
                    ) : (
                      <Act found={found} link={target} q={searched.q} act="link" label={t('links.link')} name={target.label} />
                    )}
                  </form>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <form class="c st" method="post" action={here}>
        <Hidden name="version" value={String(found.version)} />
        <Hidden name="kind" value="country" />
        <Select
          speech={speech}
          state={untouched({ target: found.country })}
          name="target"
          label={t('links.kind.country')}
          options={countryOptions(speech, COUNTRIES)}
        />
        <div>
          <button class="b q" name="do" value="link">
            {t('links.link.country')}
          </button>
        </div>
      </form>
    </>
  )
}
