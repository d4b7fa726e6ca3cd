/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent = {
  'consent.agreed': 'You agreed to this:',
  'consent.change.busy': 'An issue is leaving for the old address at this very moment. Nothing is changed yet; press the button again in two minutes.',
  'consent.subscribe-again': 'Subscribe again',
  'readers.reason.erasure': 'asked to be forgotten',
  'readers.reason.left': 'left long ago and was forgotten',
  'consent.nobody': 'Nothing more is sent to this mailbox',
  'consent.nobody.text': 'Whoever got the newsletter here has moved to another address or asked to be forgotten. There is nothing left to end.',
  'consent.busy':
    'Very many requests are coming in from everywhere, so no mails of this kind leave for a while. Everything you typed is still here; try again in an hour.',
} as const
