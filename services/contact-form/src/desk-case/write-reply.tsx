import type { Principal } from '@stem/contracts/context'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import { seeOther } from '@stem/web/page'
import type { Case } from '../cases/case.ts'
import { readingOf } from '../cases/read-case.ts'
import type { DeskContext } from '../desk/desk.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import { takeLease } from '../leases/lease.ts'
import { fillText, textFor } from '../reply-texts/fill-text.ts'
import { replyTextById } from '../reply-texts/reply-text.ts'
import { showCase } from './show-case.tsx'

/** An answer that is being written. `act`: open the form, take a text in, show what will be read, or only keep what came with it. */
export type Writing = {
  act: 'write' | 'insert' | 'preview' | 'keep'
  version: number
  typed: { body: string; state: string; key: string }
  /** The text to insert. */
  text: string
  attached: readonly KeptFile[]
  faults: FormState['faults']
}

/** Goes on with an answer that is being written; colleagues know of it for another minute. Nothing that was typed is lost. */
export async function writeReply(c: DeskContext, who: Principal, found: Case, { act, version, typed, text, attached, faults }: Writing): Promise<Response> {
  const { context } = c.env
  const { db } = readingOf(c.env)
  const { t, f } = speechOf(context.locale)
  await takeLease(db, found.id, who.personId, context.now)
  if (act === 'write') return seeOther(context, `/console/requests/${found.id}?reply=1#f-body`)
  const shown = { writing: true, attached, ...(version === found.version ? {} : { problem: t('console.refusal.stale') }) }
  const missing = act === 'preview' && typed.body === '' ? [{ field: 'body', reason: 'forms.required' }] : []
  if (faults.length + missing.length > 0) return showCase(c, who, found, { ...shown, state: { typed, faults: [...missing, ...faults] }, status: 422 })
  if (act === 'preview') return showCase(c, who, found, { ...shown, state: untouched(typed), preview: typed.body })
  if (act === 'keep') return showCase(c, who, found, { ...shown, state: untouched(typed) })
  const chosen = await replyTextById(db, text)
  const one = chosen && textFor(chosen.texts, found.locale)
  if (!one) return showCase(c, who, found, { ...shown, state: untouched(typed), inserted: t('texts.nothing') })
  const languages = { wanted: f.languageName(found.locale), language: f.languageName(one.locale) }
  return showCase(c, who, found, {
    ...shown,
    state: untouched({ ...typed, body: [typed.body, fillText(one, found)].filter((part) => part !== '').join('\n\n') }),
    inserted: one.isOwn ? t('texts.inserted', languages) : t('texts.inserted.other', languages),
  })
}
