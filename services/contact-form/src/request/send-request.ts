import type { Principal } from '@stem/contracts/context'
import { fail, ok, type Result } from '@stem/web/result'
import { aboutRows, type About } from '../about/what-about.ts'
import type { Kind, Requester } from '../cases/case.ts'
import type { Reading } from '../cases/read-case.ts'
import { receive, twinOf, type Received } from '../cases/receive.ts'
import { dropDraft } from '../drafts/save-draft.ts'
import { claimFiles } from '../files/keep-files.ts'
import { ageOf, FASTEST, LONGEST } from '../spam/form-time.ts'
import type { SpamReason } from '../spam/reasons.ts'
import { suspectText } from '../spam/rules.ts'
import { isProved, type Turnstile } from '../spam/turnstile.ts'

/** A form that was filled in to the end. */
export type FilledIn = {
  key: string
  /** When it was drawn first, signed. */
  drawn: string
  /** What stood in the field that nobody sees. */
  trap: string
  /** What the check of the browser left. */
  token: string
  kind: Kind
  country: string | null
  requester: Requester
  /** What it is about, in the requester's words. */
  subject: string | null
  body: string
  about: readonly About[]
}

/** Who sends it, and from where. */
export type Sender = { who: Principal | null; locale: string; network: string }

/** What sending needs. `turnstile`: the check that the installation wants; `host`: where the form stood. */
export type Sending = { reading: Reading; turnstile: Turnstile | null; host: string }

async function suspicionOf({ turnstile, host }: Sending, form: FilledIn, who: Principal | null, age: number): Promise<SpamReason | null> {
  if (form.trap !== '') return 'trap'
  if (age < FASTEST) return 'fast'
  const { name, organisation } = form.requester
  const reason = suspectText({ name, organisation, text: `${form.subject ?? ''}\n${form.body}` })
  // Who is signed in has proved more than any check of a browser can.
  if (reason !== null || turnstile === null || who !== null) return reason
  return (await isProved(turnstile, form.token, host)) ? null : 'unproved'
}

/**
 * Sends a form: the request, its files, its links and the end of its draft stand together. What looks like spam is received too and waits in its
 * own view; whoever sent it learns nothing of that. `old`: the form must be shown once more, because its time is over or was not signed
 * here. A form that was received before gives the same reference, however old it is.
 */
export async function sendRequest(
  sending: Sending,
  form: FilledIn,
  { who, locale, network }: Sender,
  now: number,
): Promise<Result<Received, 'too_many' | 'old'>> {
  const { reading } = sending
  const before = await twinOf(reading.db, form.key)
  if (before !== null) return ok(before)
  const age = await ageOf(reading.keys, form.key, form.drawn, now)
  if (age === null || age > LONGEST) return fail('old')
  const { key: formKey, kind, country, requester, subject, body, about } = form
  const personId = who?.personId ?? null
  return receive(
    reading,
    {
      formKey,
      kind,
      country,
      requester,
      subject,
      body,
      locale,
      personId,
      network,
      source: 'form',
      spamReason: await suspicionOf(sending, form, who, age),
      rest: (caseId, messageId) => [
        dropDraft(reading.db, formKey),
        claimFiles(reading.db, { formKey, caseId, messageId }),
        ...aboutRows(reading.db, caseId, about, personId ?? 'requester', now),
      ],
    },
    now,
  )
}
