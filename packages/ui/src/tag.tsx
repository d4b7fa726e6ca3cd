import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** A status or kind in a word. `tone`: `ok`, `warn`, `bad`, `tn` (tinted) or none. */
export const Tag = ({ tone = '', icon, children }: { tone?: '' | 'ok' | 'warn' | 'bad' | 'tn'; icon?: IconName; children: Child }) => (
  <span class={`tag ${tone}`.trim()}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
