import { LOCALES, type ShippedLocale } from '@stem/i18n/locales'
import { Field, TextArea, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import type { Speech } from '@stem/ui/speech'
import type { Block, IssueContent } from '../issue/issue.ts'
import { metaOf } from '../issue/render-issue.ts'
import { fieldOf } from './issue-form.ts'

type Props = { speech: Speech; state: FormState; block: Block; content: IssueContent; begun: readonly ShippedLocale[]; place: number; last: boolean }

const Parts = ({ speech, state, block, begun }: Pick<Props, 'speech' | 'state' | 'block' | 'begun'>) => {
  const { t } = speech
  const form = { speech, state, begun }
  const line = (part: string, label: string, more: { hint?: string; optional?: boolean } = {}) => (
    <InLanguages
      {...form}
      fields={(locale) => [fieldOf(part, block.id, locale)]}
      each={(locale) => (
        <Field
          speech={speech}
          state={state}
          name={fieldOf(part, block.id, locale)}
          label={`${label}, ${LOCALES[locale]}`}
          lang={locale}
          most={200}
          optional
          quiet
          {...more}
        />
      )}
    />
  )
  const lines = (part: string, label: string, rows: number) => (
    <InLanguages
      {...form}
      fields={(locale) => [fieldOf(part, block.id, locale)]}
      each={(locale) => (
        <TextArea
          speech={speech}
          state={state}
          name={fieldOf(part, block.id, locale)}
          label={`${label}, ${LOCALES[locale]}`}
          lang={locale}
          rows={rows}
          most={5000}
          optional
          quiet
        />
      )}
    />
  )
  switch (block.kind) {
    case 'heading':
      return line('text', t('composer.block.heading'))
    case 'text':
      return (
        <>
          <p class="h">{t('composer.text.hint')}</p>
          {lines('text', t('composer.block.text'), 8)}
        </>
      )
    case 'quote':
      return (
        <>
          {lines('words', t('composer.quote.words'), 3)}
          {line('who', t('composer.quote.who'))}
        </>
      )
    case 'button':
      return (
        <>
          {line('label', t('composer.button.label'))}
          <Field
            speech={speech}
            state={state}
            name={fieldOf('url', block.id)}
            label={t('composer.button.url')}
            hint={t('composer.url.hint')}
            most={500}
            optional
            quiet
          />
        </>
      )
    case 'image':
      return (
        <>
          <Field
            speech={speech}
            state={state}
            name={fieldOf('url', block.id)}
            label={t('composer.image.url')}
            hint={t('composer.image.hint')}
            most={500}
            optional
            quiet
          />
          {line('alt', t('composer.image.alt'))}
          <label class="ck">
            <input type="checkbox" name={fieldOf('decorative', block.id)} value="yes" checked={state.typed[fieldOf('decorative', block.id)] === 'yes'} />
            <span>{t('composer.image.decorative')}</span>
          </label>
        </>
      )
    default:
      return null
  }
}

/** One block of an issue: its fields in every language side by side, and what can be done to it. */
export const BlockFields = ({ speech, state, block, content, begun, place, last }: Props) => {
  const { t, f } = speech
  const name = t('composer.block', { place: f.number(place), kind: t(`composer.block.${block.kind}`) })
  const act = (verb: 'up' | 'down' | 'delete', tone: string) => (
    <button class={`b sm ${tone}`} name="do" value={`${verb}:${block.id}`} aria-label={`${t(`composer.${verb}`)}: ${name}`}>
      {t(`composer.${verb}`)}
    </button>
  )
  return (
    <fieldset class="c st" id={`b-${block.id}`}>
      <legend class="vh">{name}</legend>
      <div class="cl g2">
        <b aria-hidden="true">{name}</b>
        <span class="cl g2 end">
          {place > 1 && act('up', 'q')}
          {!last && act('down', 'q')}
          {act('delete', 'd')}
        </span>
      </div>
      {block.kind === 'item' || block.kind === 'event' ? (
        <InLanguages
          speech={speech}
          state={state}
          begun={begun}
          fields={() => []}
          each={(locale) => {
            const own = content[locale].blocks.find(({ id }) => id === block.id)
            const item = own?.kind === 'item' || own?.kind === 'event' ? own.item : block.item
            return (
              <div class="st g1">
                <p class="xs m">
                  {LOCALES[locale]}
                  {item.locale !== locale && `: ${t('composer.item.foreign', { language: f.languageName(item.locale) })}`}
                </p>
                <p lang={item.locale}>
                  <b>{item.title}</b>
                </p>
                <p class="xs m" lang={locale}>
                  {metaOf(item, locale)}
                </p>
                <p class="s" lang={item.locale}>
                  {item.summary}
                </p>
              </div>
            )
          }}
        />
      ) : (
        <Parts speech={speech} state={state} block={block} begun={begun} />
      )}
    </fieldset>
  )
}
