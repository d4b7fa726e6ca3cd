/** The outcome of an act that a visitor can make fail: a value, or a code of few. Values survive RPC; thrown errors lose their class. */
export type Result<Value, Code extends string> = { ok: true; value: Value } | { ok: false; code: Code }

/** A success. */
export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** A failure. */
export const fail = <Code extends string>(code: Code): { ok: false; code: Code } => ({ ok: false, code })
