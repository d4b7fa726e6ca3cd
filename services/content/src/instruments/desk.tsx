import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { drawConsole } from '@stem/web/console'
import { enterAs } from '@stem/web/personal'
import type { Context } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { countOpen } from './find-instruments.ts'

/** A request to a page on which the secretariat works on instruments. */
export type DeskContext = Context<ServiceEnv<Env>>

/** The member of staff who asks, or the answer for everybody else. */
export const enterDesk = (c: DeskContext) => enterAs(c.env.context, c.req.raw, CONSOLE_PLACES.instruments.roles)

/** Draws a page in the frame of the console, with how many instruments are not closed. */
export const drawDesk = async (c: DeskContext, who: Principal, page: Omit<Parameters<typeof drawConsole>[3], 'place'>): Promise<Response> =>
  drawConsole(c.env.context, who, { instruments: await countOpen(open(c.env)) }, { place: 'instruments', ...page })

/** What is not there, or not for who asks. */
export const notFound = (): Response => new Response(null, { status: 404 })
