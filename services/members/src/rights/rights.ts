import type { Principal } from '@stem/contracts/context'
import { isRole, STAFF, type Role } from './roles.ts'

/** Who may do what, within the scope of the role. What is not here is not allowed. */
export const RIGHTS = {
  'organisation.edit': ['organisation-editor', 'organisation-manager', 'platform-manager', 'secretariat-officer', 'secretariat-admin'],
  'organisation.people': ['organisation-manager', 'platform-manager', 'secretariat-officer', 'secretariat-admin'],
  'organisation.keys': ['organisation-manager', 'secretariat-admin'],
  'organisation.review': ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin'],
  'organisation.list': ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
  'organisation.export': ['platform-manager', 'secretariat-officer', 'secretariat-admin'],
  'organisation.merge': ['platform-manager', 'secretariat-admin'],
  'application.read': ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
  'application.ask': ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin'],
  'application.decide': ['secretariat-officer', 'secretariat-admin'],
  'person.read': ['secretariat-officer', 'secretariat-admin', 'auditor'],
  'person.manage': ['secretariat-admin'],
  'role.read': ['platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
  'audit.read': ['auditor', 'secretariat-admin'],
  'console.open': ['platform-reviewer', 'platform-manager', 'secretariat-officer', 'secretariat-admin', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

/** Something that needs a right. */
export type Action = keyof typeof RIGHTS

/** Roles that a role may give, inside its own scope. Nobody gives more than they reach. */
export const GRANTS: Record<Role, readonly Role[]> = {
  'organisation-editor': [],
  'organisation-manager': ['organisation-editor', 'organisation-manager'],
  'platform-reviewer': [],
  'platform-manager': ['organisation-editor', 'organisation-manager', 'platform-reviewer'],
  'group-chair': [],
  'secretariat-officer': ['organisation-editor', 'organisation-manager'],
  'secretariat-admin': [
    'organisation-editor',
    'organisation-manager',
    'platform-reviewer',
    'platform-manager',
    'group-chair',
    'secretariat-officer',
    'secretariat-admin',
    'auditor',
  ],
  auditor: [],
}

type Who = Pick<Principal, 'roles'> | null

/** The one question of authorisation: scopes in which `who` may do `action`. None means no. */
export const scopesFor = (who: Who, action: Action): string[] => {
  const allowed: readonly string[] = RIGHTS[action]
  return who === null ? [] : [...new Set(who.roles.filter(({ role }) => allowed.includes(role)).map(({ scope }) => scope))]
}

/** Scopes in which `who` may give `role`. */
export const scopesToGrant = (who: Who, role: Role): string[] =>
  who === null ? [] : [...new Set(who.roles.filter((own) => isRole(own.role) && GRANTS[own.role].includes(role)).map(({ scope }) => scope))]

/**
 * The condition by which a query sees only what lies in some scopes. `place`: number of the parameter that holds them as a JSON
 * list; `organisation` and `country`: the columns. Every query about an organisation that is not public goes through it.
 */
export const within = (place: number, { organisation, country }: { organisation: string; country: string }): string =>
  `EXISTS (SELECT 1 FROM json_each(?${place}) scope WHERE scope.value IN ('coalition', 'organisation:' || ${organisation}, 'country:' || coalesce(${country}, '')))`

/** Whether one of `scopes` holds the organisation. */
export const covers = (scopes: readonly string[], { id, country }: { id: string; country: string | null }): boolean =>
  scopes.some((scope) => scope === 'coalition' || scope === `organisation:${id}` || (country !== null && scope === `country:${country}`))

/** Whether `who` has a role that reaches beyond one organisation, awake or asleep. */
export const isStaff = (who: Pick<Principal, 'roles' | 'asleep'>): boolean => [...who.roles, ...who.asleep].some(({ role }) => STAFF.has(role))
