import type { ShippedLocale } from '@stem/i18n/locales'

/** Who asks. Built by the gateway from the session alone; no client header can become part of it. */
export type Principal = {
  /** Person id, `per_…`. */
  personId: string
  /** Role grants in force at `authenticatedAt`, each with its scope. */
  roles: { role: string; scope: string }[]
  /** Epoch milliseconds of the last proof of identity. */
  authenticatedAt: number
}

/**
 * What travels with every call to a service: an argument, never a header, so a forged header changes nothing.
 */
export type RequestContext = {
  /** `null` for a visitor who is not signed in. */
  who: Principal | null
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
