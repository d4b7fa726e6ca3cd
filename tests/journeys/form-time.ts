import { createHmac } from 'node:crypto'
import { readSecrets } from '@stem/infra/start/secrets'

const MINUTE = 60_000

/**
 * When a form of requests was drawn, a minute ago, signed with the key of the installation in `dataDir`: a test that sends a form without
 * looking at it first is no program that fills it in too fast.
 */
export function drawnAMinuteAgo(dataDir: string, formKey: string): string {
  const at = Date.now() - MINUTE
  return `${at.toString(36)}.${createHmac('sha256', readSecrets(dataDir).tokenKey).update(`form\n${formKey} ${at}`).digest('hex')}`
}
