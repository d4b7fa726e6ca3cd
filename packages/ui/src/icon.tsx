import { raw } from 'hono/html'
import { ICONS } from '../generated/icons.ts'

/** Name of a drawing of the icon set. */
export type IconName = keyof typeof ICONS

/** A decorative icon; words beside it say the same. `flip`: mirrored in right-to-left text. */
export const Icon = ({ name, flip = false }: { name: IconName; flip?: boolean }) => (
  <svg class={flip ? 'i fl' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    {raw(ICONS[name])}
  </svg>
)
