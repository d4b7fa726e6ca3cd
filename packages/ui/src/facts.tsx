import type { Child } from 'hono/jsx'

/** Facts as name and value; a row without a value is left out. `long`: values may be whole texts, which stand under their names on phones. */
export const Facts = ({ rows, long = false }: { rows: (readonly [string, Child] | null)[]; long?: boolean }) => (
  <dl class={long ? 'fx lg' : 'fx'}>
    {rows
      .filter((row) => row !== null)
      .map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
