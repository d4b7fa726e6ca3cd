import type { Principal } from '@stem/contracts/context'
import type { ServiceEnv } from '@stem/web/app'
import { enterAs } from '@stem/web/personal'
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { RIGHTS, type Action } from '../rights/rights.ts'

/** Lets in who has a right to `action` somewhere. */
export const enter = (c: Context<ServiceEnv<Env>>, action: Action): Promise<Principal | Response> => enterAs(c.env.context, c.req.raw, RIGHTS[action])
