import type { Principal } from '@stem/contracts/context'
import { mailAddress } from '@stem/mail/message'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { signedIn } from '../account/guard.ts'
import { ownPage } from '../account/own-page.tsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { invite, revokeInvitation } from '../invitations/invite.ts'
import { answerJoining } from '../joinings/answer-joining.ts'
import { openDraft } from '../profile/edit-draft.ts'
import { organisationScope } from '../rights/roles.ts'
import { endGrant } from '../roles/end-grant.ts'
import { ColleaguesPage } from './colleagues-page.tsx'
import { readColleagues } from './read-colleagues.ts'

type C = Context<ServiceEnv<Env>>
const id = (prefix: string) => v.pipe(v.string(), v.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)))
const inviteSchema = v.strictObject({ key: formKey, address: mailAddress, role: v.picklist(['organisation-editor', 'organisation-manager'], 'forms.choose') })
const NOT_FOUND = () => new Response(null, { status: 404 })
const NOTES = ['sent', 'revoked', 'ended', 'last', 'many'] as const

type Show = { state?: FormState; status?: number; note?: (typeof NOTES)[number] | null }

async function show(c: C, who: Principal, { state = untouched({ key: newFormKey() }), status = 200, note = null }: Show) {
  const { context } = c.env
  const db = open(c.env)
  const opened = await openDraft({ db }, who, c.req.param('id') ?? '')
  if (!opened) return NOT_FOUND()
  const { organisation, rights } = opened
  const speech = speechOf(context.locale)
  const people = await readColleagues({ db }, { organisationId: organisation.id, personId: who.personId, managing: rights.people }, context.now)
  const told = note && { tone: note === 'last' || note === 'many' ? ('bad' as const) : ('ok' as const), text: speech.t(`people.note.${note}`) }
  return ownPage(c, who, {
    tab: 'organisations',
    title: speech.t('own.tab.people'),
    status,
    main: <ColleaguesPage speech={speech} {...opened} {...people} state={state} note={told} />,
  })
}

const here = (c: C) => `/my-organisation/${c.req.param('id')}/people`
const BASE = '/my-organisation/:id{org_[0-9a-z]+}/people'

/** People of an organisation: invite, revoke, answer, end. */
export const colleagues = new Hono<ServiceEnv<Env>>()
  .get(BASE, async (c) => {
    const who = await signedIn(c)
    const note = NOTES.find((one) => one === new URL(c.req.url).searchParams.get('note')) ?? null
    return who instanceof Response ? who : show(c, who, { note })
  })
  .post(`${BASE}/invite`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context, TOKEN_KEY: key } = c.env
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened) return NOT_FOUND()
    const form = parseForm(await readFields(c.req.raw), inviteSchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      return show(c, who, { state: { typed: { ...form.typed, key: newFormKey() }, faults: form.faults.filter(({ field }) => field !== 'key') }, status: 422 })
    }
    const { organisation } = opened
    const { address, role, key: ownKey } = form.value
    const offer = { address, role, scope: organisationScope(organisation.id), country: organisation.country, locale: context.locale, formKey: ownKey }
    const invited = await invite({ db, key }, who, offer, context.now)
    if (invited.ok) return seeOther(context, `${here(c)}?note=sent`)
    return invited.code === 'forbidden' ? NOT_FOUND() : show(c, who, { state: untouched({ address, role, key: newFormKey() }), note: 'many', status: 429 })
  })
  .post(`${BASE}/revoke`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ invitation: id('inv') }))
    const revoked = form.ok && (await revokeInvitation({ db: open(c.env) }, who, form.value.invitation, c.env.context.now))
    return revoked && revoked.ok ? seeOther(c.env.context, `${here(c)}?note=revoked`) : NOT_FOUND()
  })
  .post(`${BASE}/answer`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ joining: id('jng'), answer: v.picklist(['yes', 'no']) }))
    const answered = form.ok && (await answerJoining({ db: open(c.env) }, who, { id: form.value.joining, yes: form.value.answer === 'yes' }, c.env.context.now))
    return answered && answered.ok ? seeOther(c.env.context, here(c)) : NOT_FOUND()
  })
  .post(`${BASE}/end`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ grant: id('grt') }))
    if (!form.ok) return NOT_FOUND()
    const ended = await endGrant({ db: open(c.env) }, who, form.value.grant, c.env.context.now)
    if (ended.ok) return seeOther(c.env.context, ended.value.personId === who.personId ? '/my-organisation' : `${here(c)}?note=ended`)
    if (ended.code === 'not_fresh') return seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(here(c))}`)
    return ended.code === 'last' ? show(c, who, { note: 'last', status: 409 }) : NOT_FOUND()
  })
