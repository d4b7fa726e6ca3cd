/** Mails that come in: how they show in a case, and what the secretariat decides about them. */
export const inbound = {
  'inbound.answer-by-mail': 'You can also answer this mail. What you write there goes to your request.',
  'inbound.via': 'by mail',
  'inbound.earlier': 'Earlier mails, as quoted in this one',
  'inbound.no-text': 'This mail had no text.',
  'inbound.repeats': 'Says the same as an earlier message.',
  'inbound.not-kept': { one: '{count} file of this mail was not kept: {names}', other: '{count} files of this mail were not kept: {names}' },
  'inbound.cut': 'The mail was longer. Only its beginning was kept.',
  'inbound.possible': 'This may belong to another request',
  'inbound.possible.text': 'The mail points to a request, but it is not certain that it belongs there. Read both, then decide.',
  'inbound.possible.open': 'Open {reference}',
  'inbound.apart': 'Keep apart',
  'request.spam.too-many': 'A great many mails from this sender within an hour',
  'request.spam.follows-spam': 'Answers a request that was marked as spam',
} as const
