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
  /** Milliseconds for which it remembers such a key, when it is keyed; without it, for ever. */
  keyLife?: number
  /**
   * How failures of a mail come back: to the envelope sender of its own (when absent), or by events of the provider. `none`: by neither. Who sends
   * by such a way hears of nobody who cannot be reached or complains, so it is for single mails, and no campaign leaves by it.
   */
  failures?: 'envelope' | 'events' | 'none'
  /** Hands one mail over. Never throws. */
  send(message: Message): Promise<Sent>
  /** Only where the other side takes many mails in one call, under one key. */
  batches?: {
    /** The most mails of a call. */
    most: number
    /**
     * Hands mails over in one call; an outcome for each, in their order. The same key is taken once, whatever stands in the second call:
     * who asks again after a lost answer may leave mails out, and must not add any. Never throws.
     */
    send(key: string, messages: readonly Message[]): Promise<Sent[]>
  }
  /** Closes what is open. */
  close(): void
}

/** `Name <address>` with the name quoted (RFC 5322, 3.4). */
export const mailbox = ({ name, address }: Message['from']): string => `"${name.replaceAll(/["\\\r\n]/g, '')}" <${address}>`

/** What may lie between the moment a key is looked at here and there. */
const ON_THE_WAY = 2 * 60_000

/** Milliseconds for which an unknown mail may be sent again with its key; 0 where keys mean nothing. */
export const keyLifeOf = ({ keyed, keyLife = Infinity }: Pick<Transport, 'keyed' | 'keyLife'>): number => (keyed ? keyLife - ON_THE_WAY : 0)
