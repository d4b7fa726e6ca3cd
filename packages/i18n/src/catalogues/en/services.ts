/** Newsletter, support and contact. */
export const services = {
  'newsletter.title': 'Newsletter',
  'newsletter.description': 'News of the EU STEM Coalition by e-mail.',
  'newsletter.lead': 'A few times a year: what members have tried, what came of it, and where the network meets next.',
  'support.title': 'Get support',
  'support.description': 'Ask the EU STEM Coalition for a policy briefing, a taskforce or a roundtable for your country or region.',
  'support.lead': 'You want to set up a STEM strategy, or the one you have does not move? Ask people who have been through it.',
  'support.request': 'Request support',
  'support.forms': 'Three forms of support',
  'support.question': 'Only a question?',
  'support.forms.lead': 'You do not have to know which one fits. We choose it with you.',
  'support.who': 'Who can ask',
  'support.who.text':
    'Ministries, regional authorities and STEM platforms. An organisation that is not a member can ask as well, best together with its ministry or region.',
  'support.examples': 'See what earlier support has led to',
  'support.request.description': 'How to request a policy briefing, a taskforce or a roundtable.',
  'contact.title': 'Contact',
} as const
