import type { Principal } from '@stem/contracts/context'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { signedIn } from '../account/guard.ts'
import { ownPage } from '../account/own-page.tsx'
import { allGrants, organisationNames } from '../account/own-roles.ts'
import { makeKey, revokeKey } from '../api-keys/make-key.ts'
import { KeysPage, type OwnKey } from '../api-keys/keys-page.tsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { askToJoin } from '../joinings/ask-to-join.ts'
import { openDraft } from '../profile/edit-draft.ts'
import { OverviewPage, OwnListPage } from './overview-page.tsx'

type C = Context<ServiceEnv<Env>>
const NOT_FOUND = () => new Response(null, { status: 404 })
const BAD = () => new Response(null, { status: 400 })
const ORGANISATION = '/my-organisation/:id{org_[0-9a-z]+}'
const keySchema = v.strictObject({
  key: formKey,
  name: line(80),
  scope: v.picklist(['organisation:read', 'organisation:draft'], 'forms.choose'),
  days: v.pipe(v.picklist(['30', '90', '365'], 'forms.choose'), v.transform(Number)),
})

async function showKeys(
  c: C,
  who: Principal,
  { state = untouched({ key: newFormKey(), days: '90' }), made = null, status = 200 }: { state?: FormState; made?: string | null; status?: number },
) {
  const { context } = c.env
  const db = open(c.env)
  const opened = await openDraft({ db }, who, c.req.param('id') ?? '')
  if (!opened?.rights.keys) return NOT_FOUND()
  const { results } = await db
    .prepare(
      `SELECT id, name, scopes, created_at AS createdAt, expires_at AS expiresAt, last_used_at AS lastUsedAt FROM api_keys
       WHERE organisation_id = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY created_at DESC LIMIT 50`,
    )
    .bind(opened.organisation.id, context.now)
    .all<OwnKey>()
  const speech = speechOf(context.locale)
  return ownPage(c, who, {
    tab: 'organisations',
    title: speech.t('own.tab.keys'),
    status,
    main: <KeysPage speech={speech} {...opened} state={state} keys={results} made={made} />,
  })
}

/** The organisations somebody looks after: which they are, how they stand, and their keys. */
export const myOrganisation = new Hono<ServiceEnv<Env>>()
  .get('/my-organisation', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const speech = speechOf(c.env.context.locale)
    const grants = allGrants(who).filter(({ scope }) => scope.startsWith('organisation:'))
    const names = await organisationNames(
      { db },
      grants.map(({ scope }) => scope),
    )
    const [others, asked] = await db.batch([
      db.prepare('SELECT id, name FROM published_organisations ORDER BY sort_name LIMIT 1000'),
      db
        .prepare("SELECT o.name FROM joinings j JOIN organisations o ON o.id = j.organisation_id WHERE j.person_id = ? AND j.state = 'open'")
        .bind(who.personId),
    ])
    const own = grants.flatMap(({ scope, role }) => {
      const organisation = names.get(scope)
      return organisation ? [{ id: organisation.id, name: organisation.name, role }] : []
    })
    return ownPage(c, who, {
      tab: 'organisations',
      title: speech.t('own.title'),
      main: (
        <OwnListPage
          speech={speech}
          own={own}
          others={((others?.results ?? []) as { id: string; name: string }[]).filter(({ id }) => !own.some((one) => one.id === id))}
          asked={((asked?.results ?? []) as { name: string }[]).map(({ name }) => name)}
          done={new URL(c.req.url).searchParams.get('asked') === '1'}
        />
      ),
    })
  })
  .post('/my-organisation/ask', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ organisation: v.pipe(v.string(), v.regex(/^(org_[0-9a-z]{26})?$/)) }))
    if (!form.ok) return BAD()
    // The same answer for what is asked already, what one belongs to, and what is not there.
    if (form.value.organisation !== '') await askToJoin({ db: open(c.env) }, who, form.value.organisation, c.env.context.now)
    return seeOther(c.env.context, '/my-organisation?asked=1')
  })
  .get(ORGANISATION, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened) return NOT_FOUND()
    const { results: activity } = await db
      .prepare(
        'SELECT a.at, p.name AS who, a.action FROM audit a LEFT JOIN persons p ON p.id = a.actor WHERE a.object IN (?1, ?2) ORDER BY a.seq DESC LIMIT 20',
      )
      .bind(opened.organisation.id, `organisation:${opened.organisation.id}`)
      .all<{ at: number; who: string | null; action: string }>()
    const speech = speechOf(c.env.context.locale)
    return ownPage(c, who, { tab: 'organisations', title: opened.organisation.name, main: <OverviewPage speech={speech} {...opened} activity={activity} /> })
  })
  .get(`${ORGANISATION}/keys`, async (c) => {
    const who = await signedIn(c)
    return who instanceof Response ? who : showKeys(c, who, {})
  })
  .post(`${ORGANISATION}/keys`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened?.rights.keys) return NOT_FOUND()
    const form = parseForm(await readFields(c.req.raw), keySchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return BAD()
      return showKeys(c, who, {
        state: { typed: { ...form.typed, key: newFormKey() }, faults: form.faults.filter(({ field }) => field !== 'key') },
        status: 422,
      })
    }
    const { name, scope, days, key } = form.value
    const made = await makeKey({ db }, who, opened.organisation, { name, scopes: [scope], days, formKey: key }, context.now)
    if (made.ok) return showKeys(c, who, { made: made.value })
    const here = `/my-organisation/${opened.organisation.id}/keys`
    return seeOther(context, made.code === 'not_fresh' ? `/account/step-up?back=${here}` : here)
  })
  .post(`${ORGANISATION}/keys/revoke`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ id: v.pipe(v.string(), v.regex(/^key_[0-9a-z]{26}$/)) }))
    if (!opened || !form.ok || !(await revokeKey({ db }, who, opened.organisation, form.value.id, c.env.context.now)).ok) return NOT_FOUND()
    return seeOther(c.env.context, `/my-organisation/${opened.organisation.id}/keys`)
  })
