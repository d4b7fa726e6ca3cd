/** Bindings of the contact-form Worker. */
export interface Env {
  DB: D1Database
}
