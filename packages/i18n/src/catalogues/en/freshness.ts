/** Practices and whether they still hold. */
export const freshness = {
  'console.freshness': 'Practices to check',
  'freshness.lead':
    'Practices that nobody has checked yet stand first, then those that are longest overdue. Ask the owner, then say that the practice still holds.',
  'freshness.none': 'No practice is public yet.',
  'freshness.state.never': 'Never checked',
  'freshness.state.fresh': 'Checked',
  'freshness.state.due': 'Check soon',
  'freshness.state.overdue': 'Overdue',
  'freshness.owner.none': 'Owner not on file',
  'freshness.on': 'Checked on {date}, next by {next}',
  'freshness.next': 'Check again by',
  'freshness.verify': 'Verified today',
  'freshness.done': 'It is noted, with your name and today’s date.',
  'freshness.review': 'Choose a day from tomorrow on, within five years',
  'freshness.since': 'Not verified since {date}',
  'freshness.due': 'Last checked on {date}; to be checked again by {next}',
  'list.facet.checked': 'Checked',
  'terms.checked.current': 'Checked and current',
} as const
