import type { Failure } from './failure.ts'
import type { Message } from './message.ts'

/**
 * What became of a mail that was handed over.
 * `sent`: the other side has it. `later`: it certainly has not, and may take it another time; `down` when it took nothing from
 * anybody. `refused`: it never will. `unknown`: the answer was lost, so it may have it. `failure`: what the server of the receiver said,
 * when it was heard.
 */
export type Sent =
  | { outcome: 'sent'; reference: string }
  | { outcome: 'later'; why: string; down: boolean; failure?: Failure }
  | { outcome: 'refused'; why: string; failure?: Failure }
  | { outcome: 'unknown'; why: string }

/** A way for mails to leave. One recipient a message. */
export type Transport = {
  /** Whether the other side takes a mail with the same id only once, so that an unknown one may be sent again. */
  keyed: boolean
  /** Hands one mail over. Never throws. */
  send(message: Message): Promise<Sent>
  /** Closes what is open. */
  close(): void
}

/** `Name <address>` with the name quoted (RFC 5322, 3.4). */
export const mailbox = ({ name, address }: Message['from']): string => `"${name.replaceAll(/["\\\r\n]/g, '')}" <${address}>`
