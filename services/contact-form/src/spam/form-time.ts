import { deriveToken, sameText } from '@stem/jobs/tokens'
import type { Keys } from '../sealing/keys.ts'

/** A form that comes back sooner after it was drawn was filled in by a program (milliseconds). */
export const FASTEST = 3000
/** A form that is older is shown once more before it is taken (milliseconds). */
export const LONGEST = 24 * 60 * 60_000
// Clocks of two machines differ a little.
const AHEAD = 60_000

const secretOf = (keys: Pick<Keys, 'token'>, formKey: string, at: number) => deriveToken(keys.token, 'form', `${formKey} ${at}`)

/** When a form was drawn first, signed together with its key: a time for one form is none for another. */
export const signTime = async (keys: Pick<Keys, 'token'>, formKey: string, at: number): Promise<string> =>
  `${at.toString(36)}.${await secretOf(keys, formKey, at)}`

/** How long ago the form was drawn (milliseconds); null when the signature is missing or was made for another form. */
export async function ageOf(keys: Pick<Keys, 'token'>, formKey: string, signed: string, now: number): Promise<number | null> {
  const [written = '', secret = ''] = signed.split('.')
  const at = /^[0-9a-z]{1,11}$/.test(written) ? Number.parseInt(written, 36) : Number.NaN
  if (!Number.isSafeInteger(at) || at > now + AHEAD || !sameText(secret, await secretOf(keys, formKey, at))) return null
  return Math.max(0, now - at)
}

/**
 * The time a form carries on: its own while it is good, else a new one. Who left a form open for days has proved not to be in a
 * hurry: the new time lies as far back as a quick person needs.
 */
export async function renewTime(keys: Pick<Keys, 'token'>, formKey: string, signed: string, now: number): Promise<string> {
  const age = await ageOf(keys, formKey, signed, now)
  if (age !== null && age <= LONGEST) return signed
  return signTime(keys, formKey, age === null ? now : now - FASTEST)
}
