import { SHIPPED } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { line, optionalLine, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Principal } from '@stem/contracts/context'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { acceptInvitation, declineInvitation } from '../invitations/answer-invitation.ts'
import { invitationsOf } from '../invitations/read-invitation.ts'
import { AUDIENCES, FIELDS, type Visibility } from '../persons/visibility.ts'
import { editPerson } from './edit-person.ts'
import { signedIn } from './guard.ts'
import { ownPage } from './own-page.tsx'
import { allGrants, organisationNames } from './own-roles.ts'
import { ProfilePage } from './profile-page.tsx'
import { readPerson, type Person } from './read-person.ts'
import { placeOf } from '../rights/place-of.ts'

type C = Context<ServiceEnv<Env>>
const audience = v.picklist(AUDIENCES, 'forms.choose')
const personSchema = v.strictObject({
  name: line(100),
  jobTitle: optionalLine(120),
  phone: optionalLine(40),
  locale: v.picklist(SHIPPED, 'forms.choose'),
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  see_name: audience,
  see_jobTitle: audience,
  see_address: audience,
  see_phone: audience,
})
const answerSchema = v.strictObject({ invitation: v.pipe(v.string(), v.regex(/^inv_[0-9a-z]{26}$/)), answer: v.picklist(['yes', 'no']) })

const stateOf = ({ name, jobTitle, phone, locale, visibility, version }: Person): FormState =>
  untouched({
    name,
    jobTitle,
    phone,
    locale,
    version: String(version),
    ...Object.fromEntries(FIELDS.map((field) => [`see_${field}`, visibility[field]])),
  })

type Show = { state?: FormState; stale?: boolean; saved?: boolean; status?: number }

async function show(c: C, who: Principal, { state, stale = false, saved = false, status = 200 }: Show) {
  const { context } = c.env
  const db = open(c.env)
  const speech = speechOf(context.locale)
  const grants = allGrants(who)
  const [person, names, invited] = await Promise.all([
    readPerson({ db }, who.personId),
    organisationNames(
      { db },
      grants.map(({ scope }) => scope),
    ),
    invitationsOf({ db }, who.personId, context.now),
  ])
  const roles = grants.map(({ role, scope, asleep }) => ({ role, asleep, place: names.get(scope)?.name ?? placeOf(speech, scope) }))
  return ownPage(c, who, {
    tab: 'profile',
    title: speech.t('account.title'),
    status,
    main: <ProfilePage speech={speech} state={state ?? stateOf(person)} address={person.address} saved={saved} stale={stale} roles={roles} invited={invited} />,
  })
}

/** One's own profile, and answers to invitations. */
export const account = new Hono<ServiceEnv<Env>>()
  .get('/account', async (c) => {
    const who = await signedIn(c)
    return who instanceof Response ? who : show(c, who, { saved: new URL(c.req.url).searchParams.get('saved') === '1' })
  })
  .post('/account', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), personSchema)
    if (!form.ok)
      return form.code === 'bad_form' ? new Response(null, { status: 400 }) : show(c, who, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    const { name, jobTitle, phone, locale, version, ...seen } = form.value
    const visibility: Visibility = { name: seen.see_name, jobTitle: seen.see_jobTitle, address: seen.see_address, phone: seen.see_phone }
    const db = open(c.env)
    const edited = await editPerson({ db }, who.personId, { name, jobTitle, phone, locale, visibility, version }, c.env.context.now)
    if (edited.ok) return seeOther(c.env.context, '/account?saved=1')
    const { version: present } = await readPerson({ db }, who.personId)
    const typed = untouched({
      ...Object.fromEntries(FIELDS.map((field) => [`see_${field}`, visibility[field]])),
      name,
      jobTitle,
      phone,
      locale,
      version: String(present),
    })
    return show(c, who, { state: typed, stale: true, status: 409 })
  })
  .post('/account/invitations', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), answerSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { invitation, answer } = form.value
    const act = answer === 'yes' ? acceptInvitation : declineInvitation
    const answered = await act({ db: open(c.env) }, invitation, who, c.env.context.now)
    return answered.ok ? seeOther(c.env.context, '/account?saved=1') : new Response(null, { status: 404 })
  })
