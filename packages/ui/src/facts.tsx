import type { Child } from 'hono/jsx'

/** Facts as name and value; a row without a value is left out. */
export const Facts = ({ rows }: { rows: (readonly [string, Child] | null)[] }) => (
  <dl class="fx">
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
