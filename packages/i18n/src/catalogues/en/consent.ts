/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent = {
  'consent.agreed': 'You agreed to this:',
  'consent.subscribe-again': 'Subscribe again',
  'readers.reason.erasure': 'asked to be forgotten',
  'readers.reason.left': 'left long ago and was forgotten',
} as const
