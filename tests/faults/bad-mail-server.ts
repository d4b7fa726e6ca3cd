import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/**
 * What a mail server can do to a mail. `drop-after`: it has the mail, but the answer never arrives (RFC 1047). `cut`, `stall`: it closes the
 * connection, or says nothing, before anything of the text has left.
 */
export const DEEDS = ['take', 'refuse-now', 'refuse', 'drop-before', 'drop-after', 'hang', 'cut', 'stall'] as const
/** One of them. */
export type Deed = (typeof DEEDS)[number]

/** A mail that the server has: id by which the sender names it, and to whom it went. */
export type Taken = { messageId: string; to: string; deed: Deed }

/** An attempt to hand over a mail to somebody. */
export type Asked = { to: string; at: number; deed: Deed }

/** Something that takes mails, does to each what it was told, and remembers it. Lives outside the system, so no kill empties it. `transport`: how a Worker is told of it. */
export type Receiver = { transport: string; taken: Taken[]; asked: Asked[]; done: Record<Deed, number>; stop(): Promise<void> }

/** A mail server that does to each mail what `choose` says. */
export type BadMailServer = Receiver

/** None of anything yet. */
export const noDeeds = (): Record<Deed, number> => Object.fromEntries(DEEDS.map((deed) => [deed, 0])) as Record<Deed, number>

const HANG = 30_000
const MAILBOX_BUSY = 450
const NO_SUCH_USER = 550

const messageIdOf = (raw: string): string => /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? ''

/** Starts it on a free port of loopback. */
export async function startBadMailServer(choose: () => Deed): Promise<BadMailServer> {
  const taken: Taken[] = []
  const asked: Asked[] = []
  const done = noDeeds()
  const chosen = new WeakMap<object, Deed>()
  const sockets = new Set<Socket>()
  const cut = (port: number) => {
    for (const socket of sockets) if (socket.remotePort === port) socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, session, answer) {
      const deed = choose()
      asked.push({ to: address, at: Date.now(), deed })
      chosen.set(session, deed)
      done[deed]++
      if (deed === 'refuse-now') return answer(Object.assign(new Error('busy'), { responseCode: MAILBOX_BUSY }))
      if (deed === 'refuse') return answer(Object.assign(new Error('nobody'), { responseCode: NO_SUCH_USER }))
      if (deed === 'stall') return undefined
      if (deed === 'cut') return cut(session.remotePort)
      return answer()
    },
    onData(stream, session, answer) {
      const deed = chosen.get(session) ?? 'take'
      if (deed === 'drop-before') {
        stream.resume()
        return cut(session.remotePort)
      }
      const keep = (raw: Buffer) => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        if (deed !== 'hang') taken.push({ messageId: messageIdOf(raw.toString()), to, deed })
        if (deed === 'drop-after') return cut(session.remotePort)
        if (deed === 'hang') return setTimeout(() => answer(Object.assign(new Error('too slow'), { responseCode: 451 })), HANG).unref()
        return answer()
      }
      // A sender that was killed in the middle has handed over nothing.
      void buffer(stream).then(keep, () => undefined)
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    transport: `smtp+plain://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    taken,
    asked,
    done,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
