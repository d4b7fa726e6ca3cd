import { localPath } from '@stem/i18n/locales'
import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { drawStep, type FormContext } from '../request/draw-form.tsx'
import { STEPS } from '../request/request-form.ts'
import { FASTEST, signTime } from '../spam/form-time.ts'
import { openDraft } from './open-draft.ts'

const linkSchema = v.object({ draft: v.pipe(v.string(), v.regex(/^drf_[0-9a-f]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })

function gone(c: FormContext): Promise<Response> {
  const { t, locale } = speechOf(c.env.context.locale)
  return privatePage(c.env.context, {
    title: t('asking.draft.gone'),
    description: t('asking.draft.gone'),
    section: 'support',
    crumbs: [{ label: t('support.title'), path: '/support' }, { label: t('asking.draft.gone') }],
    status: 410,
    secretLink: true,
    main: (
      <div class="w top">
        <div class="st g5 n">
          <h1>{t('asking.draft.gone')}</h1>
          <p class="lead">{t('asking.draft.gone.text')}</p>
          <p class="cl">
            <a class="b" href={localPath(locale, '/support/request')}>
              {t('support.request')}
            </a>
            <a class="b q" href={localPath(locale, '/support/link')}>
              {t('tracking.link.ask')}
            </a>
          </p>
        </div>
      </div>
    ),
  })
}

/** Forms that are finished later: the page after saving, and the form as it was left. Looking changes nothing. */
export const drafts = new Hono<ServiceEnv<Env>>()
  .get('/support/draft', async (c) => {
    const { now } = c.env.context
    const reading = readingOf(c.env)
    const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
    if (!link.success) return gone(c)
    const { draft: id, token } = link.output
    const draft = await openDraft(reading, { id, token }, now)
    if (draft === null) return gone(c)
    const step = STEPS.find((one) => one === draft.fields['step']) ?? 'kind'
    // Who has the link of a mail is no program: what is left to do may be one press of a button.
    const drawn = await signTime(reading.keys, draft.formKey, now - FASTEST)
    return drawStep(c, step, untouched({ ...draft.fields, key: draft.formKey, drawn }), { secret: `draft=${id}&token=${token}` })
  })
  .get('/support/draft/saved', (c) => {
    const { t, locale } = speechOf(c.env.context.locale)
    return privatePage(c.env.context, {
      title: t('asking.draft.saved'),
      description: t('asking.draft.saved'),
      section: 'support',
      crumbs: [{ label: t('support.title'), path: '/support' }, { label: t('asking.draft.saved') }],
      main: (
        <div class="w top">
          <div class="st g5 n">
            <h1>{t('asking.draft.saved')}</h1>
            <p class="lead">{t('asking.draft.saved.text')}</p>
            <p>{t('asking.draft.saved.again')}</p>
            <p>
              <a href={localPath(locale, '/support')}>{t('support.title')}</a>
            </p>
          </div>
        </div>
      ),
    })
  })
