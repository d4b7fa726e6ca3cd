/** Roles, from one organisation to the whole coalition. */
export const ROLES = [
  'organisation-editor',
  'organisation-manager',
  'platform-reviewer',
  'platform-manager',
  'group-chair',
  'secretariat-officer',
  'secretariat-admin',
  'auditor',
] as const
/** A role. */
export type Role = (typeof ROLES)[number]

/** Kind of scope in which a role is given. */
export type ScopeKind = 'organisation' | 'country' | 'group' | 'coalition'

/** The kind of scope that belongs to each role. */
export const SCOPE_OF: Record<Role, ScopeKind> = {
  'organisation-editor': 'organisation',
  'organisation-manager': 'organisation',
  'platform-reviewer': 'country',
  'platform-manager': 'country',
  'group-chair': 'group',
  'secretariat-officer': 'coalition',
  'secretariat-admin': 'coalition',
  auditor: 'coalition',
}

/** Roles that sleep until a user-verified passkey was used: those that reach beyond one organisation or group. */
export const STAFF: ReadonlySet<string> = new Set<Role>(['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'])

/** Whether a text names a role. */
export const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

/** The scope of one organisation. */
export const organisationScope = (id: string): string => `organisation:${id}`
/** Everything. */
export const COALITION = 'coalition'
