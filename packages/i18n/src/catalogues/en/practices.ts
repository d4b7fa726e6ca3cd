/** The list of practices. */
export const practices = {
  'list.practices.title': 'Practices',
  'list.practices.lead':
    'Programmes, networks, tools and schemes that bring people into science and technology, described in the same way so that you can compare them.',
  'list.practices.description': 'Search and filter practices in STEM education from across Europe by topic, country, level, kind and target group.',
  'list.practices.feed': 'New practices – EU STEM Coalition',
  'list.practices.search': 'Search practices',
  'list.practices.count': { one: '{count} practice', other: '{count} practices' },
  'list.practices.more-than': 'More than {count} practices',
  'list.practices.none': 'No practice matches all of this.',
  'list.practices.empty': 'No practice is published yet.',
  'list.practices.empty.do': 'Practices of the member organisations will appear here.',
} as const
