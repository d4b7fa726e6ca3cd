import { fileURLToPath } from 'node:url'

/** Folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The Workers in the order of a deploy: who is called comes before who calls. */
export const SERVICES = ['members', 'content', 'newsletter', 'contact-form', 'gateway'] as const
/** Name of a Worker. */
export type ServiceName = (typeof SERVICES)[number]

/** Folder of a Worker. */
export const folderOf = (service: ServiceName): string => `${ROOT}services/${service}`
