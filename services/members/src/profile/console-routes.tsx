import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Hidden, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { optionalParagraphs, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { profileIn } from '../register/load-organisation.ts'
import { Comparison } from './comparison.tsx'
import { openReview, reviewProfile } from './review-profile.ts'

type C = Context<ServiceEnv<Env>>
const NOT_FOUND = () => new Response(null, { status: 404 })
const PROFILE = '/console/profiles/:id{org_[0-9a-z]+}'
const reviewSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  note: optionalParagraphs(2000),
  do: v.picklist(['publish', 'return'], 'forms.choose'),
})

async function show(c: C, who: Principal, { state = untouched(), status = 200, stale = false }: { state?: FormState; status?: number; stale?: boolean }) {
  const opened = await openReview({ db: open(c.env) }, who, c.req.param('id') ?? '')
  if (!opened) return NOT_FOUND()
  const { organisation, draft } = opened
  const speech = speechOf(c.env.context.locale)
  const { t, locale } = speech
  return consolePage(c, who, {
    place: 'inbox',
    title: organisation.name,
    status,
    bar: <a href={localPath(locale, `/members/${organisation.slug}`)}>{t('own.public')}</a>,
    main: (
      <div class="cp st g6">
        <ErrorSummary speech={speech} state={state} labels={{ note: t('profile.note') }} />
        {stale && (
          <Notice tone="warn">
            <p role="alert">{t('console.refusal.stale')}</p>
          </Notice>
        )}
        <section class="st" aria-labelledby="changes">
          <h2 id="changes">{t('profile.changes')}</h2>
          <Comparison speech={speech} before={profileIn(organisation)} after={draft.content} titles={[t('profile.now'), t('profile.next')]} />
          {draft.content.logo !== null && <img class="lgo" src={`/members/logos/${draft.content.logo.hash}.png`} alt={draft.content.logo.alternative} />}
        </section>
        <form class="st" method="post" action={`${localPath(locale, `/console/profiles/${organisation.id}`)}#es`} novalidate>
          <Hidden name="version" value={String(draft.version)} />
          <TextArea speech={speech} state={state} name="note" label={t('profile.note')} hint={t('profile.note.hint')} most={2000} optional />
          <div class="cl">
            <button class="b" name="do" value="publish">
              {t('profile.publish')}
            </button>
            <button class="b q" name="do" value="return">
              {t('profile.return')}
            </button>
          </div>
        </form>
      </div>
    ),
  })
}

/** A profile that waits for review: what changes, publish, or send back with a note. */
export const reviews = new Hono<ServiceEnv<Env>>()
  .get(PROFILE, async (c) => {
    const who = await enter(c, 'organisation.review')
    return who instanceof Response ? who : show(c, who, {})
  })
  .post(PROFILE, async (c) => {
    const who = await enter(c, 'organisation.review')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), reviewSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { do: step, note, version } = form.value
    if (step === 'return' && note === '') return show(c, who, { state: { typed: {}, faults: [{ field: 'note', reason: 'forms.required' }] }, status: 422 })
    const reviewed = await reviewProfile({ db: open(c.env) }, who, c.req.param('id'), { publish: step === 'publish', note, version }, c.env.context.now)
    if (reviewed.ok) return seeOther(c.env.context, '/console?done=1')
    return reviewed.code === 'unknown' ? NOT_FOUND() : show(c, who, { state: untouched({ note }), stale: true, status: 409 })
  })
