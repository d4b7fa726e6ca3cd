import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The Workers in the order of a deploy: who is called comes before who calls. */
export const SERVICES = ['members', 'content', 'newsletter', 'contact-form', 'gateway'] as const
/** Name of a Worker. */
export type ServiceName = (typeof SERVICES)[number]

/** Folder of a Worker. */
export const folderOf = (service: ServiceName): string => `${ROOT}services/${service}`

/** A database of a Worker: the name of its binding, what it is called after `stem-`, and the folder of its migrations. */
export type DatabaseOf = { binding: 'DB' | 'SEARCH'; owner: string; folder: string }

/** Databases of a Worker, by the folders of migrations it has. */
export const databasesOf = (service: ServiceName): DatabaseOf[] =>
  (
    [
      { binding: 'DB', owner: service, folder: 'migrations' },
      { binding: 'SEARCH', owner: 'search', folder: 'migrations-search' },
    ] as const
  ).filter(({ folder }) => existsSync(join(folderOf(service), folder)))
