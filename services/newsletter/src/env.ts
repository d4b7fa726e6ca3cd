/** Bindings of the newsletter Worker. */
export interface Env {
  DB: D1Database
}
