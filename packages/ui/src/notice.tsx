import type { Child } from 'hono/jsx'

/** A notice in the flow of the page. `tone`: `tn` next step, `ok`, `warn`, `bad`, or neutral. */
export const Notice = ({ tone = '', children }: { tone?: '' | 'tn' | 'ok' | 'warn' | 'bad'; children: Child }) => (
  <div class={`al ${tone}`.trim()}>{children}</div>
)

/** What belongs in an empty place, and what to do about it. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <div class="c p">
    <p>
      <b>{title}</b>
    </p>
    {children}
  </div>
)
