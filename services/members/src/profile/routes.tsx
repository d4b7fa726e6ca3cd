import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { line, nothingChosen, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { signedIn } from '../account/guard.ts'
import { ownPage } from '../account/own-page.tsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { OrganisationHead } from '../my-organisation/organisation-tabs.tsx'
import { profileIn } from '../register/load-organisation.ts'
import { Comparison } from './comparison.tsx'
import { discardDraft, openDraft, readDraft, saveDraft, type Opened } from './edit-draft.ts'
import { EditPage } from './edit-page.tsx'
import { historyOf, restoreRevision } from './history.ts'
import { keepPicture } from './keep-picture.ts'
import { profileForm, formOf, profileFrom } from './profile-form.ts'
import type { Profile } from './profile.ts'

type C = Context<ServiceEnv<Env>>
const NOT_FOUND = () => new Response(null, { status: 404 })
const ORGANISATION = '/my-organisation/:id{org_[0-9a-z]+}'
const versionSchema = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const pictureSchema = v.strictObject({ version: versionSchema, words: line(200), picture: nothingChosen })
const YEAR = 365 * 24 * 60 * 60

type Show = { state?: FormState; status?: number; saved?: boolean; conflict?: { theirs: Profile; mine: Profile } | null }

function show(
  c: C,
  who: Principal,
  { organisation, draft }: Pick<Opened, 'organisation' | 'draft'>,
  { state, status = 200, saved = false, conflict = null }: Show,
) {
  const speech = speechOf(c.env.context.locale)
  return ownPage(c, who, {
    tab: 'organisations',
    title: speech.t('profile.title'),
    status,
    main: (
      <EditPage
        speech={speech}
        organisation={organisation}
        draft={draft}
        state={state ?? formOf(draft.content, draft.version)}
        saved={saved}
        conflict={conflict}
      />
    ),
  })
}

/** Both versions: what somebody else saved, and what was typed here, ready to be saved over it or taken over by hand. */
async function showConflict(c: C, who: Principal, { organisation }: Pick<Opened, 'organisation'>, mine: Profile) {
  const draft = await readDraft({ db: open(c.env) }, organisation)
  return show(c, who, { organisation, draft }, { state: formOf(mine, draft.version), status: 409, conflict: { theirs: draft.content, mine } })
}

/** The profile of an organisation: edit, submit, discard, look back, restore; and its picture. */
export const profile = new Hono<ServiceEnv<Env>>()
  .get(`${ORGANISATION}/profile`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const opened = await openDraft({ db: open(c.env) }, who, c.req.param('id'))
    return opened ? show(c, who, opened, { saved: new URL(c.req.url).searchParams.get('saved') === '1' }) : NOT_FOUND()
  })
  .post(`${ORGANISATION}/profile`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened) return NOT_FOUND()
    const form = parseForm(await readFields(c.req.raw), profileForm)
    if (!form.ok)
      return form.code === 'bad_form'
        ? new Response(null, { status: 400 })
        : show(c, who, opened, { state: { typed: form.typed, faults: form.faults }, status: 422 })
    const content = profileFrom(form.value, opened.draft.content.logo)
    const { version, do: step } = form.value
    const saved = await saveDraft({ db }, who, opened.organisation, { content, version, submit: step === 'submit' }, c.env.context.now)
    return saved.ok ? seeOther(c.env.context, `/my-organisation/${opened.organisation.id}/profile?saved=1`) : showConflict(c, who, opened, content)
  })
  .post(`${ORGANISATION}/logo`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { now } = c.env.context
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened) return NOT_FOUND()
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, pictureSchema)
    const refuse = (field: string, reason: string) => {
      const state = formOf(opened.draft.content, opened.draft.version)
      return show(c, who, opened, { state: { typed: { ...state.typed, words: fields.typed['words'] ?? '' }, faults: [{ field, reason }] }, status: 422 })
    }
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : refuse('words', 'forms.alternative')
    const file = fields.files['picture']?.[0]
    const kept = file ? await keepPicture({ db }, opened.organisation.id, new Uint8Array(await file.arrayBuffer()), now) : null
    if (!kept?.ok) return refuse('picture', 'forms.file')
    const content = { ...opened.draft.content, logo: { hash: kept.value, alternative: form.value.words } }
    const saved = await saveDraft({ db }, who, opened.organisation, { content, version: form.value.version, submit: false }, now)
    return saved.ok ? seeOther(c.env.context, `/my-organisation/${opened.organisation.id}/profile?saved=1`) : showConflict(c, who, opened, content)
  })
  .post(`${ORGANISATION}/discard`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ version: versionSchema }))
    if (!opened || !form.ok) return NOT_FOUND()
    const gone = await discardDraft({ db }, who, opened.organisation.id, form.value.version, c.env.context.now)
    return gone.ok ? seeOther(c.env.context, `/my-organisation/${opened.organisation.id}`) : showConflict(c, who, opened, opened.draft.content)
  })
  .get(`${ORGANISATION}/history`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const db = open(c.env)
    const opened = await openDraft({ db }, who, c.req.param('id'))
    if (!opened) return NOT_FOUND()
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const { organisation } = opened
    const published = profileIn(organisation)
    const revisions = await historyOf({ db }, organisation.id)
    const main = (
      <div class="st g6">
        <OrganisationHead speech={speech} {...opened} here="/history" />
        {revisions.map(({ version, at, who: author, profile: then }) => (
          <section class="st" aria-labelledby={`v${version}`}>
            <h2 id={`v${version}`}>{t('profile.version', { version: f.number(version) })}</h2>
            <p class="m s">
              {f.dateTime(at)}
              {author !== '' && `, ${author}`}
            </p>
            {version !== organisation.version && (
              <>
                <Comparison speech={speech} before={then} after={published} titles={[t('profile.then'), t('profile.now')]} />
                <form method="post" action={localPath(locale, `/my-organisation/${organisation.id}/restore`)}>
                  <input type="hidden" name="version" value={version} />
                  <button class="b q">
                    {t('profile.restore')}
                    <span class="vh"> {f.number(version)}</span>
                  </button>
                </form>
              </>
            )}
          </section>
        ))}
      </div>
    )
    return ownPage(c, who, { tab: 'organisations', title: t('own.tab.history'), main })
  })
  .post(`${ORGANISATION}/restore`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ version: versionSchema }))
    const id = c.req.param('id')
    const restored = form.ok && (await restoreRevision({ db: open(c.env) }, who, id, form.value.version, c.env.context.now))
    if (!restored || (!restored.ok && restored.code === 'unknown')) return NOT_FOUND()
    return seeOther(c.env.context, `/my-organisation/${id}/profile`)
  })
  .get('/members/logos/:file{[0-9a-f]{32}\\.png}', async (c) => {
    const hash = c.req.param('file').slice(0, -'.png'.length)
    const row = await open(c.env).prepare('SELECT bytes FROM pictures WHERE hash = ?').bind(hash).first<{ bytes: number[] }>()
    if (!row) return NOT_FOUND()
    return new Response(new Uint8Array(row.bytes), { headers: { 'content-type': 'image/png', 'cache-control': `public, max-age=${YEAR}, immutable` } })
  })
