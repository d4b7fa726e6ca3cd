/** Who may see a field of a person: nobody but the secretariat, colleagues of the same organisation, or everyone in the network. */
export const AUDIENCES = ['nobody', 'organisation', 'network'] as const
/** An audience. */
export type Audience = (typeof AUDIENCES)[number]

/** Fields of a person that others may be shown. */
export const FIELDS = ['name', 'jobTitle', 'address', 'phone'] as const
/** A field. */
export type Field = (typeof FIELDS)[number]

/** Who sees what of a person. */
export type Visibility = Record<Field, Audience>

/** What holds until the person chooses: colleagues see the name, nobody sees more. */
export const NOBODY_ELSE: Visibility = { name: 'organisation', jobTitle: 'organisation', address: 'nobody', phone: 'nobody' }
