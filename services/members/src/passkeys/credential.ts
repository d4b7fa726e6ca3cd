import { isoBase64URL } from '@simplewebauthn/server/helpers'
import * as v from 'valibot'

const MOST = 20_000
const base64Url = v.pipe(v.string(), v.regex(/^[\w-]{1,4000}$/))
const credentialSchema = v.looseObject({
  id: base64Url,
  rawId: base64Url,
  type: v.literal('public-key'),
  response: v.looseObject({ clientDataJSON: base64Url }),
})

/** The credential that a browser sent as JSON; null for anything else. */
export function readCredential<Kind>(text: string): Kind | null {
  if (text.length > MOST) return null
  try {
    const parsed = v.safeParse(credentialSchema, JSON.parse(text))
    return parsed.success ? (parsed.output as Kind) : null
  } catch {
    return null
  }
}

/** The challenge that a browser says it was given (WebAuthn, 5.8.1). */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const parsed = v.safeParse(v.looseObject({ challenge: base64Url }), JSON.parse(isoBase64URL.toUTF8String(clientDataJSON)))
    return parsed.success ? parsed.output.challenge : null
  } catch {
    return null
  }
}
