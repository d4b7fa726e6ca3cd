/**
 * Bindings of a Worker with something of this request beside them. The bindings stay where they are: copying them would make
 * the runtime build each one anew for every request.
 */
export const beside = <Env extends object, More extends object>(env: Env, more: More): Env & More => Object.assign(Object.create(env) as Env, more)
