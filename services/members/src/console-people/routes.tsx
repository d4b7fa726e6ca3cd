import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Field, Hidden, Select, untouched } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { countryOptions, speechOf, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { Row } from '@stem/ui/console-row'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { COUNTRIES } from '@stem/contracts/countries'
import { placeOf } from '../rights/place-of.ts'
import { GRANTS, scopesFor } from '../rights/rights.ts'
import { isRole, ROLES } from '../rights/roles.ts'
import { endGrant } from '../roles/end-grant.ts'
import { findPeople, PERSON_COLUMNS, type PersonRow } from './find-people.ts'
import { actOnPerson, grantRole } from './act-on-person.ts'

type C = Context<ServiceEnv<Env>>
type GrantRow = { id: string; role: string; scope: string; organisation: string | null; startedAt: number; endedAt: number | null }
const NOT_FOUND = () => new Response(null, { status: 404 })
const PERSON = '/console/people/:id{per_[0-9a-z]+}'
const REFUSALS = ['not_fresh', 'forbidden', 'last', 'no_place'] as const
const grantSchema = v.strictObject({
  role: v.picklist(ROLES, 'forms.choose'),
  country: v.optional(v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/)), ''),
  organisation: v.optional(v.pipe(v.string(), v.regex(/^(org_[0-9a-z]{26})?$/)), ''),
})

/** After an act: back to the person, to the step-up, or nothing there. */
function after(c: C, result: { ok: boolean; code?: string }): Response {
  const here = `/console/people/${c.req.param('id')}`
  if (result.ok) return seeOther(c.env.context, here)
  if (result.code === 'not_fresh') return seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(here)}`)
  return result.code === 'unknown' ? NOT_FOUND() : seeOther(c.env.context, `${here}?refused=${result.code}`)
}

async function showPerson(c: C, who: Principal) {
  const db = open(c.env)
  const speech = speechOf(c.env.context.locale)
  const { t, f, locale } = speech
  const id = c.req.param('id') ?? ''
  const [found, grants, organisations] = await db.batch([
    db.prepare(`SELECT ${PERSON_COLUMNS} FROM persons p WHERE p.id = ? AND p.state <> 'erased'`).bind(id),
    db
      .prepare(
        `SELECT g.id, g.role, g.scope, o.name AS organisation, g.started_at AS startedAt, g.ended_at AS endedAt FROM role_grants g
         LEFT JOIN organisations o ON g.scope = 'organisation:' || o.id WHERE g.person_id = ? ORDER BY g.ended_at IS NOT NULL, g.started_at DESC LIMIT 100`,
      )
      .bind(id),
    db.prepare('SELECT id, name FROM organisations WHERE withdrawn_at IS NULL ORDER BY name COLLATE NOCASE LIMIT 2000'),
  ])
  const person = (found?.results as PersonRow[] | undefined)?.[0]
  if (!person) return NOT_FOUND()
  const base = localPath(locale, `/console/people/${id}`)
  const manages = scopesFor(who, 'person.manage').length > 0 && id !== who.personId
  const mayGive = [...new Set(who.roles.flatMap(({ role }) => (isRole(role) ? GRANTS[role] : [])))]
  const refused = REFUSALS.find((code) => code === new URL(c.req.url).searchParams.get('refused'))
  const acts = [...(person.state === 'locked' ? (['unlock'] as const) : (['lock'] as const)), 'end-sessions' as const, 'recover' as const]
  const field = { speech, state: untouched(), optional: true }
  return consolePage(c, who, {
    place: 'people',
    title: person.name ?? person.address,
    main: (
      <div class="cp st g5">
        {refused !== undefined && (
          <Notice tone="bad">
            <p role="alert">{t(`console.refusal.${refused}`)}</p>
          </Notice>
        )}
        <Facts
          rows={[
            [t('account.address'), person.address],
            [t('console.state'), t(`console.person.${person.state as 'active'}`)],
            [t('security.passkeys'), f.number(person.passkeys)],
            [t('console.seen'), person.seen === null ? '–' : f.dateTime(person.seen)],
            ['ID', <span class="mono">{person.id}</span>],
          ]}
        />
        <section class="st" aria-labelledby="roles">
          <h2 id="roles">{t('account.roles')}</h2>
          {grants?.results.length === 0 && <p class="m">{t('console.roles.none')}</p>}
          <ul class="rows nc">
            {((grants?.results ?? []) as GrantRow[]).map(({ id: grant, role, scope, organisation, startedAt, endedAt }) => (
              <li>
                <h3>
                  {termName(speech, 'grant', role)}, {organisation ?? placeOf(speech, scope)}
                </h3>
                <p class="meta">
                  <span>
                    {f.day(startedAt)} – {endedAt === null ? t('console.today') : f.day(endedAt)}
                  </span>
                </p>
                {endedAt === null && mayGive.some((one) => one === role) && (
                  <form method="post" action={`${base}/end`}>
                    <Hidden name="grant" value={grant} />
                    <button class="b q">
                      {t('people.end')}
                      <span class="vh"> {termName(speech, 'grant', role)}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
        {mayGive.length > 0 && id !== who.personId && (
          <form class="c st" method="post" action={`${base}/grant`}>
            <h2>{t('console.grant')}</h2>
            <Select
              speech={speech}
              state={untouched()}
              name="role"
              label={t('people.role')}
              options={mayGive.map((role) => [role, termName(speech, 'grant', role)] as const)}
            />
            <Select
              {...field}
              name="organisation"
              label={t('join.organisation')}
              hint={t('console.grant.organisation')}
              none="–"
              options={((organisations?.results ?? []) as { id: string; name: string }[]).map((one) => [one.id, one.name] as const)}
            />
            <Select
              {...field}
              name="country"
              label={t('join.country')}
              hint={t('console.grant.country')}
              none="–"
              options={countryOptions(speech, COUNTRIES)}
            />
            <div>
              <button class="b">{t('console.grant.button')}</button>
            </div>
          </form>
        )}
        {manages && (
          <section class="st" aria-labelledby="safety">
            <h2 id="safety">{t('security.title')}</h2>
            {acts.map((act) => (
              <form class="st g2" method="post" action={`${base}/act`}>
                <Hidden name="act" value={act} />
                <p>{t(`console.act.${act}.text`)}</p>
                <div>
                  <button class="b q">{t(`console.act.${act}`)}</button>
                </div>
              </form>
            ))}
          </section>
        )}
        <p>
          <a href={localPath(locale, `/console/audit?object=${person.id}`)}>{t('console.trail')}</a>
        </p>
      </div>
    ),
  })
}

/** People with an account: find them, see their roles, give and end roles, lock, recover. */
export const people = new Hono<ServiceEnv<Env>>()
  .get('/console/people', async (c) => {
    const who = await enter(c, 'person.read')
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const q = (new URL(c.req.url).searchParams.get('q') ?? '').trim().slice(0, 100)
    const found = await findPeople({ db: open(c.env) }, q)
    const here = localPath(locale, '/console/people')
    return consolePage(c, who, {
      place: 'people',
      title: t('console.people'),
      bar: <span class="m">{t('contacts.found', { n: found.length, count: f.number(found.length) })}</span>,
      main: (
        <>
          <form class="cp st" method="get" action={here} role="search">
            <Field speech={speech} state={untouched({ q })} name="q" label={t('contacts.search')} type="search" most={100} optional />
          </form>
          {found.length === 0 ? (
            <div class="cp">
              <Empty title={t('contacts.no-match')}>
                <a href={here}>{t('contacts.all')}</a>
              </Empty>
            </div>
          ) : (
            <ul class="il nb">
              {found.slice(0, 300).map(({ id, name, address, state, passkeys, seen }) => (
                <Row
                  speech={speech}
                  mark={t(`console.person.${state as 'active'}`)}
                  country={null}
                  href={localPath(locale, `/console/people/${id}`)}
                  title={name ?? address}
                  context={name === null ? undefined : address}
                  status={passkeys > 0 ? <Tag tone="ok">{t('console.has-passkey')}</Tag> : undefined}
                  date={seen === null ? '–' : f.dateTime(seen)}
                />
              ))}
            </ul>
          )}
        </>
      ),
    })
  })
  .get(PERSON, async (c) => {
    const who = await enter(c, 'person.read')
    return who instanceof Response ? who : showPerson(c, who)
  })
  .post(`${PERSON}/grant`, async (c) => {
    const who = await enter(c, 'role.read')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), grantSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { role, country, organisation } = form.value
    const place = role.startsWith('organisation-') ? organisation : country
    return after(c, await grantRole({ db: open(c.env) }, who, { personId: c.req.param('id'), role, place }, c.env.context.now))
  })
  .post(`${PERSON}/end`, async (c) => {
    const who = await enter(c, 'role.read')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ grant: v.pipe(v.string(), v.regex(/^grt_[0-9a-z]{26}$/)) }))
    return form.ok ? after(c, await endGrant({ db: open(c.env) }, who, form.value.grant, c.env.context.now)) : new Response(null, { status: 400 })
  })
  .post(`${PERSON}/act`, async (c) => {
    const who = await enter(c, 'person.manage')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ act: v.picklist(['lock', 'unlock', 'end-sessions', 'recover']) }))
    return form.ok
      ? after(c, await actOnPerson({ db: open(c.env) }, who, c.req.param('id'), form.value.act, c.env.context.now))
      : new Response(null, { status: 400 })
  })
