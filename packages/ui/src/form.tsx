import type { Key } from '@stem/i18n/translate'
import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { Speech } from './speech.tsx'

/** What a form knows when it is drawn: what was typed, and what is wrong with it by field; `about`: with which of several things in it. */
export type FormState = { typed: Record<string, string>; faults: { field: string; reason: string; about?: string }[] }

/** A form nobody has touched, or one with values to begin from. */
export const untouched = (typed: Record<string, string | null> = {}): FormState => ({
  typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? ''])),
  faults: [],
})

const reasonText = ({ t }: Speech, reason: string): string => t(reason as Key) || t('forms.required')

/** What is wrong, in words, with the name of what it is about before it. */
export const FaultText = ({ speech, fault: { reason, about } }: { speech: Speech; fault: FormState['faults'][number] }) => (
  <>
    {about !== undefined && (
      <>
        <bdi class="pre">{about}</bdi>:{' '}
      </>
    )}
    {reasonText(speech, reason)}
  </>
)

// A field that is named by a question needs no colon; the Greek question mark looks like a semicolon.
const named = (label: string | undefined): string => (label === undefined ? '' : /[?;]$/.test(label) ? `${label} ` : `${label}: `)

/** What is wrong, first thing in the main part, with a way to each field. `labels`: names of the fields as the form says them. */
export const ErrorSummary = ({ speech, state, labels }: { speech: Speech; state: FormState; labels: Record<string, string> }) =>
  state.faults.length === 0 ? null : (
    <div class="al bad" id="es" role="alert" tabindex={-1}>
      <h2>{speech.t('forms.problem')}</h2>
      <ul>
        {state.faults.map((fault) => (
          <li>
            <a href={`#f-${fault.field}`}>
              {fault.about === undefined && named(labels[fault.field])}
              <FaultText speech={speech} fault={fault} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )

type FieldProps = {
  speech: Speech
  state: FormState
  name: string
  label: string
  hint?: string
  optional?: boolean
  /** Not said to be optional, in a form where hardly any field must be filled in. */
  quiet?: boolean
  /** Its id without `f-`, when two forms of a page have a field of the same name. */
  id?: string
}

const faultOf = (state: FormState, name: string) => state.faults.find(({ field }) => field === name)
const describedBy = ({ state, name, id = name, hint }: FieldProps): string | undefined =>
  [hint === undefined ? '' : `h-${id}`, faultOf(state, name) ? `e-${id}` : ''].filter(Boolean).join(' ') || undefined

const About = ({ speech, state, name, id = name, label, hint, optional = false, quiet = false, bare = false }: FieldProps & { bare?: boolean }) => {
  const fault = faultOf(state, name)
  return (
    <>
      {!bare && (
        <label for={`f-${id}`}>
          {label} {optional && !quiet && <span class="m">{speech.t('forms.optional')}</span>}
        </label>
      )}
      {hint !== undefined && (
        <p class="h" id={`h-${id}`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="er" id={`e-${id}`}>
          <Icon name="circle-alert" />
          <span class="vh">{speech.t('forms.error')} </span>
          {reasonText(speech, fault.reason)}
        </p>
      )}
    </>
  )
}

type InputProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'file' | 'date'
  autocomplete?: string
  most?: number
  size?: number
  inputmode?: 'text' | 'numeric' | 'email' | 'url' | 'tel'
  lang?: string
  mono?: boolean
  accept?: string
}

/** A field of one line. */
export const Field = (props: InputProps) => {
  const { state, name, id = name, optional = false, type = 'text', autocomplete, most, size, inputmode, lang, mono = false, accept } = props
  return (
    <div class="fd">
      <About {...props} />
      <input
        class={mono ? 'in mono' : 'in'}
        id={`f-${id}`}
        name={name}
        type={type}
        value={type === 'file' ? undefined : (state.typed[name] ?? '')}
        autocomplete={autocomplete}
        maxlength={most}
        size={size}
        inputmode={inputmode}
        lang={lang}
        accept={accept}
        spellcheck={type === 'text' && !mono ? undefined : ('false' as never)}
        aria-invalid={faultOf(state, name) ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        required={!optional}
      />
    </div>
  )
}

/** A field of several lines. */
export const TextArea = (props: FieldProps & { rows?: number; most?: number; lang?: string }) => {
  const { state, name, id = name, optional = false, rows = 5, most, lang } = props
  return (
    <div class="fd">
      <About {...props} />
      <textarea
        class="in"
        id={`f-${id}`}
        name={name}
        rows={rows}
        maxlength={most}
        lang={lang}
        aria-invalid={faultOf(state, name) ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        required={!optional}
      >
        {state.typed[name] ?? ''}
      </textarea>
    </div>
  )
}

/** A choice from a list; `none`: words for no choice yet. */
export const Select = (props: FieldProps & { options: (readonly [string, string])[]; none?: string }) => {
  const { state, name, id = name, optional = false, options, none } = props
  const chosen = state.typed[name] ?? ''
  return (
    <div class="fd">
      <About {...props} />
      <select
        class="in"
        id={`f-${id}`}
        name={name}
        aria-invalid={faultOf(state, name) ? 'true' : undefined}
        aria-describedby={describedBy(props)}
        required={!optional && none !== undefined}
      >
        {none !== undefined && (
          <option value="" selected={chosen === ''}>
            {none}
          </option>
        )}
        {options.map(([value, label]) => (
          <option value={value} selected={chosen === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A choice with a consequence: one card for each way, with what it means. Nothing is chosen beforehand. */
export const Cards = (props: FieldProps & { options: { value: string; label: string; about?: string }[] }) => {
  const { state, name, label, options } = props
  const chosen = state.typed[name] ?? ''
  return (
    <fieldset class="fd" aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      <About {...props} bare />
      {options.map(({ value, label: way, about }, index) => (
        <label class="ck bx">
          <input type="radio" id={index === 0 ? `f-${name}` : undefined} name={name} value={value} checked={chosen === value} required />
          <span>
            {way}
            {about !== undefined && (
              <>
                <br />
                <span class="s m">{about}</span>
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A box to tick; never ticked beforehand. */
export const Tick = (props: FieldProps & { children?: Child }) => {
  const { state, name, label, optional = false } = props
  return (
    <div class="fd">
      <About {...props} bare />
      <label class="ck">
        <input
          type="checkbox"
          id={`f-${name}`}
          name={name}
          value="yes"
          checked={state.typed[name] === 'yes'}
          aria-invalid={faultOf(state, name) ? 'true' : undefined}
          aria-describedby={describedBy(props)}
          required={!optional}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** Something the form brings along unseen. */
export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />
