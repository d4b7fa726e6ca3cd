const RUNS = new Set<string | symbol>(['first', 'all', 'run', 'raw'])

const member = (target: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(target, name)
  return typeof value === 'function' ? value.bind(target) : value
}

/** A real database that counts how often it is asked: once for each statement run by itself, once for each batch. */
export function counted(db: D1Database): { db: D1Database; roundTrips: () => number } {
  let count = 0
  const reals = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const wrap = (real: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(real, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        if (RUNS.has(name)) count++
        return member(target, name)
      },
    })
    reals.set(proxy, real)
    return proxy
  }
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (name !== 'batch') return member(target, name)
      return (statements: D1PreparedStatement[]) => {
        count++
        return target.batch(statements.map((one) => reals.get(one) ?? one))
      }
    },
  })
  return { db: counting, roundTrips: () => count }
}
