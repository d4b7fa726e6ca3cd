import { CONSOLE_PLACES as PLACES, type ConsolePlace as Place } from '@stem/contracts/console'
import type { Principal, RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Mark } from '@stem/ui/header'
import { Icon } from '@stem/ui/icon'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import { privatePage } from './page.tsx'

type Props = { speech: Speech; place: Place; who: Principal; counts: Partial<Record<Place, number>> }

const Side = ({ speech, place, who, counts }: Props) => {
  const { t, f, locale } = speech
  const mine = (Object.keys(PLACES) as Place[]).filter((name) => who.roles.some(({ role }) => (PLACES[name].roles as readonly string[]).includes(role)))
  return (
    <div class="cs">
      <a class="skip" href="#main">
        {t('chrome.skip')}
      </a>
      <details class="fm">
        <summary>
          <Mark />
          <span>{t('console.at', { place: t(`console.${place}`) })}</span>
          <Icon name="menu" />
        </summary>
        <nav aria-label={t('console.title')}>
          <a class="logo" href={localPath(locale, '/console')}>
            <Mark />
            <span>{t('console.title')}</span>
          </a>
          {(['work', 'system'] as const).map((group) => (
            <>
              <h2>{t(`console.group.${group}`)}</h2>
              <ul class="cl0">
                {mine
                  .filter((name) => PLACES[name].group === group)
                  .map((name) => (
                    <li>
                      <a href={localPath(locale, PLACES[name].path)} aria-current={name === place ? 'page' : undefined}>
                        <Icon name={PLACES[name].icon} />
                        {t(`console.${name}`)}
                        {counts[name] !== undefined && <span class="num">{f.number(counts[name])}</span>}
                      </a>
                    </li>
                  ))}
              </ul>
            </>
          ))}
          <h2>{who.name ?? t('account.signed-in')}</h2>
          <ul class="cl0">
            <li>
              <a href={localPath(locale, '/account')}>
                <Icon name="user" />
                {t('chrome.account')}
              </a>
            </li>
            <li>
              <a href={localPath(locale, '/')}>
                <Icon name="globe" />
                {t('console.site')}
              </a>
            </li>
          </ul>
          <form class="cp" method="post" action={localPath(locale, '/sign-out')}>
            <button class="b q">
              <Icon name="log-out" />
              {t('sign-in.out')}
            </button>
          </form>
        </nav>
      </details>
    </div>
  )
}

/** A page of the console. */
export type ConsolePage = {
  place: Place
  title: string
  status?: number
  /** Where one comes from: the list that this page is one of. */ back?: { path: string; label: string }
  bar?: Child
  main: Child
  /** Whether it frames pages of our own site. */
  frames?: boolean
  /** What was searched for, to begin the next search from. */ query?: string
}

/** Draws a page of the console: its navigation with what waits, a bar with the title, and what it shows. Which service draws it makes no difference to who looks. */
export function drawConsole(
  context: RequestContext,
  who: Principal,
  counts: Partial<Record<Place, number>>,
  { place, title, status = 200, back, bar, main, frames, query = '' }: ConsolePage,
): Promise<Response> {
  const speech = speechOf(context.locale)
  return privatePage(context, {
    title: `${status === 422 ? speech.t('forms.error.title', { title }) : title} – ${speech.t('console.title')}`,
    description: title,
    status,
    script: 'console.js',
    frames,
    console: <Side speech={speech} place={place} who={who} counts={counts} />,
    main: (
      <>
        <div class="cb">
          {back && (
            <span>
              <a href={localPath(context.locale, back.path)}>{back.label}</a> <span aria-hidden="true">/</span>
            </span>
          )}
          <h1>{title}</h1>
          {bar}
          <form
            class="cl g2 nw end"
            method="get"
            action={localPath(context.locale, '/console/search')}
            role="search"
            aria-label={speech.t('console.search.all')}
          >
            <label class="vh" for="cq">
              {speech.t('console.search.all')}
            </label>
            <input class="in" id="cq" name="q" type="search" value={query} size={18} maxlength={100} placeholder={speech.t('console.search.all')} />
            <button class="b q">
              <Icon name="search" />
              <span class="vh">{speech.t('console.search.all')}</span>
            </button>
          </form>
        </div>
        {main}
      </>
    ),
  })
}
