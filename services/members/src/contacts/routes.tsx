import { localPath } from '@stem/i18n/locales'
import { Field, untouched } from '@stem/ui/form'
import { Empty } from '@stem/ui/notice'
import { CountryChip } from '@stem/ui/country-chip'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { signedIn } from '../account/guard.ts'
import { ownPage } from '../account/own-page.tsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findContacts } from './find-contacts.ts'

const MOST_WORDS = 100

/** The contact list of the network: what each person lets others of the network see. */
export const contacts = new Hono<ServiceEnv<Env>>().get('/contacts', async (c) => {
  const who = await signedIn(c)
  if (who instanceof Response) return who
  const speech = speechOf(c.env.context.locale)
  const { t, locale } = speech
  const q = (new URL(c.req.url).searchParams.get('q') ?? '').trim().slice(0, MOST_WORDS)
  const found = await findContacts({ db: open(c.env) }, who, q)
  return ownPage(c, who, {
    tab: 'organisations',
    title: t('contacts.title'),
    main: (
      <div class="st g6">
        <div class="st g2">
          <h1>{t('contacts.title')}</h1>
          <p class="lead">{t('contacts.lead')}</p>
        </div>
        <form class="st" method="get" action={localPath(locale, '/contacts')} role="search">
          <Field speech={speech} state={untouched({ q })} name="q" label={t('contacts.search')} type="search" most={MOST_WORDS} optional />
          <div>
            <button class="b q">{t('fallback.search.button')}</button>
          </div>
        </form>
        <div role="status">
          <h2>{t('contacts.found', { n: found.length, count: speech.f.number(found.length) })}</h2>
        </div>
        {found.length === 0 ? (
          <Empty title={q === '' ? t('contacts.none') : t('contacts.no-match')}>
            {q !== '' && <a href={localPath(locale, '/contacts')}>{t('contacts.all')}</a>}
          </Empty>
        ) : (
          <ul class="rows">
            {found.map(({ name, jobTitle, address, phone, organisation, country }) => (
              <li>
                <CountryChip speech={speech} country={country} />
                <h3>{name}</h3>
                <p class="meta">
                  <span>{organisation}</span>
                  {jobTitle !== null && <span>{jobTitle}</span>}
                  {address !== null && (
                    <span>
                      <a href={`mailto:${address}`}>{address}</a>
                    </span>
                  )}
                  {phone !== null && <span>{phone}</span>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})
