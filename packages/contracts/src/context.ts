import type { ShippedLocale } from '@stem/i18n/locales'

/** A role and where it holds: `organisation:org_…`, `country:DK`, `group:grp_…` or `coalition`. */
export type Grant = { role: string; scope: string }

/** Who asks. Built from the session alone; no client header can become part of it. */
export type Principal = {
  /** `per_…` */
  personId: string
  /** Null until the person gave one. */
  name: string | null
  /** `ses_…` */
  sessionId: string
  /** Roles in force for this request. */
  roles: Grant[]
  /** Roles the person has but that sleep until a passkey was used in the last twelve hours. */
  asleep: Grant[]
  /** Epoch milliseconds of the last proof of identity of any kind. */
  provedAt: number
  /** Epoch milliseconds of the last assertion by a user-verified passkey, or null. */
  assertedAt: number | null
  /** How many passkeys the person has. */
  passkeys: number
}

/** Where a request comes from, as the door saw it. Empty for pages that are the same for everyone. */
export type Client = {
  /** IPv4 address or /64 of IPv6: key of rate limits, never stored as it is. */
  network: string
  /** `User-Agent`, at most 300 characters. */
  agent: string
  /** Whether the browser held a session that is over. */
  lapsed: boolean
}

/**
 * What travels with every call to a service: an argument, never a header, so a forged header changes nothing.
 */
export type RequestContext = {
  /** `null` for a visitor who is not signed in. */
  who: Principal | null
  client: Client
  locale: ShippedLocale
  /** 26 characters; stands in every log line and on every error page of this request. */
  requestId: string
  /** Configured origin of the site without trailing slash: the only source of absolute links. */
  origin: string
  /** Canonical path without language prefix, e.g. `/practices`. */
  path: string
  /** Time of the request, epoch milliseconds. */
  now: number
}

/** State of one service as `/healthz` tells it. `ms` is the time one read of its database took. */
export type Health = { ok: boolean; ms: number }

/** A service that owns pages: every service behind the gateway implements it. */
export interface Pages {
  /**
   * Answers a page or file whose canonical path (without language) belongs to the service.
   * Every answer carries `Cache-Control`; public ones carry `Cache-Tag`. An unknown path answers 404 without a body;
   * the gateway draws the page.
   */
  handle(request: Request, context: RequestContext): Promise<Response>
  /** Reads one row of the own database. Never throws. */
  health(): Promise<Health>
}
