import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Mark } from '@stem/ui/header'
import { Icon, type IconName } from '@stem/ui/icon'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage } from '@stem/web/page'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { scopesFor, within, type Action } from '../rights/rights.ts'

/** Places of the console, in the order of its navigation. */
export const PLACES = {
  inbox: { path: '/console', icon: 'inbox', action: 'console.open', group: 'work' },
  organisations: { path: '/console/organisations', icon: 'building-2', action: 'organisation.list', group: 'work' },
  people: { path: '/console/people', icon: 'users', action: 'person.read', group: 'work' },
  roles: { path: '/console/roles', icon: 'shield-check', action: 'role.read', group: 'system' },
  mails: { path: '/console/mails', icon: 'mail', action: 'audit.read', group: 'system' },
  audit: { path: '/console/audit', icon: 'scroll-text', action: 'audit.read', group: 'system' },
} as const satisfies Record<string, { path: string; icon: IconName; action: Action; group: 'work' | 'system' }>
/** A place of the console. */
export type Place = keyof typeof PLACES

type Props = { speech: Speech; place: Place; who: Principal; counts: Partial<Record<Place, number>> }

const Side = ({ speech, place, who, counts }: Props) => {
  const { t, f, locale } = speech
  const mine = (Object.keys(PLACES) as Place[]).filter((name) => scopesFor(who, PLACES[name].action).length > 0)
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

/** What waits and how much there is, within what `who` may see: one round trip. */
async function countsFor(db: D1Database, who: Principal): Promise<Partial<Record<Place, number>>> {
  const [applications, profiles, organisations, people] = await db.batch<{ count: number }>([
    db
      .prepare(`SELECT count(*) AS count FROM applications WHERE state IN ('submitted', 'asked') AND ${within(1, { organisation: "''", country: 'country' })}`)
      .bind(JSON.stringify(scopesFor(who, 'application.read'))),
    db
      .prepare(
        `SELECT count(*) AS count FROM profile_drafts d JOIN organisations o ON o.id = d.organisation_id
         WHERE d.state = 'review' AND ${within(1, { organisation: 'o.id', country: 'o.country' })}`,
      )
      .bind(JSON.stringify(scopesFor(who, 'organisation.review'))),
    db
      .prepare(`SELECT count(*) AS count FROM organisations o WHERE o.withdrawn_at IS NULL AND ${within(1, { organisation: 'o.id', country: 'o.country' })}`)
      .bind(JSON.stringify(scopesFor(who, 'organisation.list'))),
    db.prepare("SELECT count(*) AS count FROM persons WHERE state <> 'erased'"),
  ])
  const count = (result: D1Result<{ count: number }> | undefined) => result?.results[0]?.count ?? 0
  return { inbox: count(applications) + count(profiles), organisations: count(organisations), people: count(people) }
}

/** A page of the console. */
export type ConsolePage = {
  place: Place
  title: string
  status?: number
  bar?: Child
  main: Child
  /** What was searched for, to begin the next search from. */ query?: string
}

/** Draws a page of the console: its navigation, a bar with the title, and what it shows. */
export async function consolePage(
  { env }: Context<ServiceEnv<Env>>,
  who: Principal,
  { place, title, status = 200, bar, main, query = '' }: ConsolePage,
): Promise<Response> {
  const { context } = env
  const speech = speechOf(context.locale)
  return privatePage(context, {
    title: `${title} – ${speech.t('console.title')}`,
    description: title,
    status,
    script: 'console.js',
    console: <Side speech={speech} place={place} who={who} counts={await countsFor(open(env), who)} />,
    main: (
      <>
        <div class="cb">
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
            <input class="in" id="cq" name="q" type="search" value={query} size={18} maxlength={100} />
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
