import type { Principal } from '@stem/contracts/context'
import { SHIPPED } from '@stem/i18n/locales'
import { mailAddress } from '@stem/mail/message'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { line, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Case } from '../cases/case.ts'
import { caseById, readingOf } from '../cases/read-case.ts'
import { drawCasePage, enterCase } from '../desk/case-page.tsx'
import type { DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { invite, removeParticipant } from './invite.ts'
import { participantsOf, ROLES } from './participant.ts'
import { ParticipantsPage } from './participants-page.tsx'

const PARTICIPANTS = '/console/requests/:id{cas_[0-9a-z]+}/participants'
const version = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const addSchema = v.strictObject({
  version,
  role: v.picklist(ROLES, 'forms.choose'),
  name: line(100),
  address: mailAddress,
  locale: v.picklist(SHIPPED, 'forms.choose'),
  do: v.literal('add'),
})
const removeSchema = v.strictObject({ version, participant: v.pipe(v.string(), v.regex(/^par_[0-9a-z]{26}$/)), do: v.literal('remove') })

type Shown = { state?: FormState; status?: number; problem?: string }
async function show(c: DeskContext, who: Principal, found: Case, { state = untouched({ locale: found.locale }), status, problem }: Shown = {}) {
  const speech = speechOf(c.env.context.locale)
  const participants = await participantsOf(readingOf(c.env), found.id)
  const main = <ParticipantsPage speech={speech} found={found} participants={participants} state={state} problem={problem} />
  return drawCasePage(c, who, found, { title: speech.t('participant.title'), status, main })
}

/** Who takes part in a case, as the secretariat decides it. */
export const participantDesk = new Hono<ServiceEnv<Env>>()
  .get(PARTICIPANTS, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    return entered instanceof Response ? entered : show(c, entered.who, entered.found)
  })
  .post(PARTICIPANTS, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const reading = readingOf(c.env)
    const fields = await readFields(c.req.raw)
    const newest = async () => (await caseById(reading, found.id)) ?? found
    const again = () => seeOther(context, `/console/requests/${found.id}/participants`)
    if (fields.typed['do'] === 'remove') {
      const form = parseForm(fields, removeSchema)
      if (!form.ok) return new Response(null, { status: 400 })
      const gone = await removeParticipant(reading, who.personId, found, { id: form.value.participant, version: form.value.version }, context.now)
      if (gone.ok) return again()
      return gone.code === 'unknown' ? new Response(null, { status: 404 }) : show(c, who, await newest(), { status: 409, problem: t('console.refusal.stale') })
    }
    const form = parseForm(fields, addSchema)
    if (!form.ok) {
      if (form.code === 'bad_form' || form.faults.some(({ field }) => field === 'version' || field === 'do')) return new Response(null, { status: 400 })
      return show(c, who, found, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    }
    const added = await invite(reading, who.personId, found, form.value, context.now)
    if (added.ok) return again()
    const problem = added.code === 'stale' ? t('console.refusal.stale') : t(`participant.refusal.${added.code}`)
    return show(c, who, await newest(), { state: untouched(fields.typed), status: added.code === 'stale' ? 409 : 422, problem })
  })
