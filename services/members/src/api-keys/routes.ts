import { draftSchema, ownOrganisationSchema } from '@stem/contracts/api-my-organisation'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { readDraft, saveDraft, type Draft } from '../profile/edit-draft.ts'
import { filled } from '../profile/profile.ts'
import { loadOrganisation } from '../register/load-organisation.ts'
import type { Organisation } from '../register/save-organisation.ts'
import { keyHolder, type KeyScope } from './make-key.ts'

type C = Context<ServiceEnv<Env>>
/** The organisation a key speaks for, when it may do what is asked; otherwise the refusal. */
async function holder(c: C, scope: KeyScope): Promise<{ organisation: Organisation } | Response> {
  const { context } = c.env
  const db = open(c.env)
  const key = await keyHolder({ db }, c.req.header('authorization') ?? null, context.now)
  if (!key) return problem(401, 'bad_key', 'Send a key of your organisation in the Authorization header: Bearer stem_key_…', context.requestId)
  if (!key.scopes.includes(scope))
    return problem(403, 'scope', `This key does not have the scope ${scope}. Make another one in your organisation’s space.`, context.requestId)
  const organisation = await loadOrganisation({ db }, key.organisationId)
  return organisation ? { organisation } : problem(404, 'not_found', 'The organisation of this key is not in the register any more.', context.requestId)
}

const shown = ({ id, slug, country, kind, standing }: Organisation) => ({ id, slug, country, kind, standing })

/** The answer to a program. The draft is what people typed, so it is checked against nothing but its shape. */
const answerOf = (organisation: Organisation, { content, version, state }: Draft): v.InferOutput<typeof ownOrganisationSchema> => ({
  organisation: shown(organisation),
  draft: { version, state, ...content } as v.InferOutput<typeof ownOrganisationSchema>['draft'],
})

/** What an organisation's own programs can ask, by a key: its record with the draft, and a new draft. */
export const ownApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/my-organisation', async (c) => {
    const held = await holder(c, 'organisation:read')
    if (held instanceof Response) return held
    return c.json(answerOf(held.organisation, await readDraft({ db: open(c.env) }, held.organisation)))
  })
  .put('/api/v1/my-organisation', async (c) => {
    const held = await holder(c, 'organisation:draft')
    if (held instanceof Response) return held
    const { context } = c.env
    const body: unknown = await c.req.json().catch(() => null)
    const parsed = v.safeParse(draftSchema, body)
    if (!parsed.success) {
      const faults = parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
      return problem(422, 'bad_draft', 'The draft has a field that is missing, unknown or wrong.', context.requestId, faults)
    }
    const db = open(c.env)
    const { version, names, descriptions, objectives, ...said } = parsed.output
    const texts = { names: filled(names), descriptions: filled(descriptions), objectives: filled(objectives) }
    const { content } = await readDraft({ db }, held.organisation)
    // The key acts for the organisation, so no person stands behind the entry.
    const actor = { personId: `key:${held.organisation.id}` }
    const saved = await saveDraft({ db }, actor, held.organisation, { content: { ...said, ...texts, logo: content.logo }, version, submit: false }, context.now)
    if (!saved.ok) return problem(409, 'stale', 'Somebody saved another draft in the meantime. Read it, and send yours with its version.', context.requestId)
    return c.json(answerOf(held.organisation, await readDraft({ db }, held.organisation)))
  })
