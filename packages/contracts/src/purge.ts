/**
 * Body of a message on the purge queue, from the outbox of the service that changed something to the gateway.
 * `tags`: ASCII, at most 100, as the pages carried them in `Cache-Tag`. `withdrawn`: something was taken out of public, so
 * that older copies may not be shown again. Holds ids only, never personal data.
 */
export type PurgeMessage = { outboxId: string; tags: string[]; withdrawn?: boolean }

/** Tag of one entity: `itm_…`, `org_…`. */
export const entityTag = (id: string): string => id
/** Tag of every list of a type, e.g. `list-practice`, `list-organisation`. */
export const listTag = (type: string): string => `list-${type}`
/** Tag of every page that shows facts of a country. */
export const countryTag = (country: string): string => `country-${country}`
