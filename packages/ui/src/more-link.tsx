import { Icon } from './icon.tsx'

/** A link that leads on. */
export const MoreLink = ({ href, children }: { href: string; children: string }) => (
  <a class="more" href={href}>
    {children}
    <Icon name="arrow-right" flip />
  </a>
)
