/** The register of organisations. */
export const members = {
  'members.title': 'Members',
  'members.description':
    'National and regional STEM platforms, ministries, authorities, research councils, agencies and university networks of the EU STEM Coalition.',
  'members.lead':
    '{listed} member organisations and {unconfirmed} whose membership is to be confirmed, in {countries} countries: platforms, ministries, regions, agencies and associations.',
  'members.find': 'Find a member',
  'members.kind': 'Kind of organisation',
  'members.kind.all': 'All kinds',
  'members.country.all': 'All countries',
  'members.show': 'Show members',
  'members.clear': 'Clear all filters',
  'members.map': 'Reading the map',
  'members.map.member': { one: 'Solid, with code: listed member, {count} country', other: 'Solid, with code: listed member, {count} countries' },
  'members.map.unconfirmed': {
    one: 'Striped, with code: membership to be confirmed, {count} country',
    other: 'Striped, with code: membership to be confirmed, {count} countries',
  },
  'members.map.none': 'Plain, no code: no member on file',
  'members.map.borders':
    'Borders as the European Union recognises them. Kosovo: this designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
  'members.roles': 'Roles in the network',
  'members.role.none': 'No role on file',
  'members.unconfirmed': 'Membership to be confirmed',
  'members.count': { one: '{count} member by country', other: '{count} members by country' },
  'members.none': 'No member matches all of this.',
  'members.none.do': 'Choose all kinds or all countries, or search for a part of the name.',
  'members.empty': 'No member is on file yet.',
  'members.empty.do': 'Member organisations will appear here.',
  'members.partners': { one: '{count} partner', other: '{count} partners' },
  'members.partners.lead': 'Organisations that work with the coalition without being members.',
  'members.contacts': { one: '{count} contact', other: '{count} contacts' },
  'members.contacts.lead': 'Organisations that took part in a taskforce or a meeting. They are not members.',
  'members.compiled': 'Compiled from public sources. The list may be incomplete; each organisation names its source.',
} as const
