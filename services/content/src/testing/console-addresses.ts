import { app } from '../app.ts'

const isConsole = ({ method, path }: { method: string; path: string }): boolean => path.startsWith('/console/') && (method === 'GET' || method === 'POST')

/** Every method and address of the console that this service has, with its places as `:id`. */
export const ADDRESSES_OF_CONSOLE: [string, string][] = app.routes.filter(isConsole).map(({ method, path }) => [method, path.replaceAll(/\{[^}]*\}+/g, '')])
