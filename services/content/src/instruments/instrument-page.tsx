import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { ErrorSummary, Hidden, Select, untouched, type FormState } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Differences } from './differences.tsx'
import { InstrumentFields, differencesOf, labelsOf } from './instrument-fields.tsx'
import { formOf } from './instrument-form.ts'
import { NEXT, type Instrument } from './instrument.ts'
import type { Obstacle } from './publish-instrument.ts'
import type { Recommendation } from './recommendation.ts'
import { RecommendationList } from './recommendation-list.tsx'

type Props = {
  speech: Speech
  found: Instrument
  recommendations: readonly Recommendation[]
  obstacles: readonly Obstacle[]
  /** Whether who looks may open the request it came from. */
  seesRequests: boolean
  /** Where readers find it, when they can. */
  path: string | null
  today: string
  state: FormState
  isConflict: boolean
  done: 'saved' | 'hidden' | 'published' | null
  problem: string | undefined
}

const StageForm = ({ speech, found, base }: Pick<Props, 'speech' | 'found'> & { base: string }) => {
  const { t } = speech
  return (
    <form class="c st" method="post" action={`${base}/stage`}>
      <h2>{t('instruments.stage')}</h2>
      <p>
        {t('instruments.stage.now')} <b>{t(`instruments.stage.${found.stage}`)}</b>
      </p>
      <Hidden name="from" value={found.stage} />
      <Select
        speech={speech}
        state={untouched()}
        name="to"
        label={t('instruments.stage.move')}
        options={NEXT[found.stage].map((stage) => [stage, t(`instruments.stage.${stage}`)] as const)}
      />
      <div>
        <button class="b q">{t('instruments.stage.button')}</button>
      </div>
    </form>
  )
}

const PublishForm = ({ speech, found, obstacles, path, base }: Pick<Props, 'speech' | 'found' | 'obstacles' | 'path'> & { base: string }) => {
  const { t, locale } = speech
  const { item, content, edits, shownEdits } = found
  const isPublished = item.state === 'published'
  return (
    <form class="c st" method="post" action={`${base}/publish`}>
      <h2>{t('instruments.publishing')}</h2>
      <Hidden name="edits" value={String(edits)} />
      <p>
        {t(isPublished ? `instruments.seen-now.${item.visibility}` : 'instruments.seen-now.staff')}{' '}
        {isPublished && shownEdits !== edits && t('instruments.ahead.text')}
      </p>
      {path !== null && (
        <p>
          <a href={localPath(locale, path)}>{t('instruments.look')}</a>
        </p>
      )}
      {content.agreed !== null && (
        <p>
          {t('instruments.agreed')}: <b>{t(`instruments.agreed.${content.agreed}`)}</b>
        </p>
      )}
      {obstacles.length > 0 && (
        <ul class="st g2">
          {obstacles.map((one) => (
            <li class="act">
              <Icon name={one === 'nothing_new' ? 'circle-check' : 'circle-alert'} />
              <span>{t(`instruments.obstacle.${one}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <div class="cl">
        {obstacles.length === 0 && (
          <button class="b" name="do" value="publish">
            {t(`instruments.publish.${content.visibility}`)}
          </button>
        )}
        {isPublished && (
          <button class="b q" name="do" value="unpublish">
            {t('instruments.unpublish')}
          </button>
        )}
      </div>
    </form>
  )
}

/** An instrument as the secretariat works on it: where it stands, who sees it, its words, what it recommends. */
export const InstrumentPage = ({ speech, found, recommendations, obstacles, seesRequests, path, today, state, isConflict, done, problem }: Props) => {
  const { t, f, locale } = speech
  const base = localPath(locale, `/console/instruments/${found.item.id}`)
  return (
    <div class="cp st g6">
      <ErrorSummary speech={speech} state={state} labels={labelsOf(speech)} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {done !== null && (
        <Notice tone={done === 'hidden' ? 'warn' : 'ok'}>
          <p role="status">{t(`instruments.done.${done}`)}</p>
        </Notice>
      )}
      {isConflict && <Differences speech={speech} parts={differencesOf(speech, formOf(found.content, found.item.version), state)} />}
      <div class="gr">
        <div class="c">
          <Facts
            rows={[
              [t('instruments.type'), t(`instruments.type.${found.type}`)],
              [t('join.country'), found.content.country === null ? '–' : f.countryName(found.content.country)],
              found.reference === null || found.caseId === null
                ? null
                : [
                    t('instruments.from'),
                    seesRequests ? (
                      <a class="mono" href={localPath(locale, `/console/requests/${found.caseId}`)}>
                        {found.reference}
                      </a>
                    ) : (
                      <span class="mono">{found.reference}</span>
                    ),
                  ],
              [t('instruments.made'), f.day(found.item.createdAt)],
            ]}
          />
        </div>
        <StageForm speech={speech} found={found} base={base} />
        <PublishForm speech={speech} found={found} obstacles={obstacles} path={path} base={base} />
      </div>
      <RecommendationList speech={speech} base={base} recommendations={recommendations} today={today} originalLocale={found.item.originalLocale} />
      <InstrumentFields speech={speech} found={found} state={state} action={`${base}#es`} />
    </div>
  )
}
