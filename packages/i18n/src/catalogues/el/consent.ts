import type { consent as en } from '../en/consent.ts'
import type { Texts } from '../texts.ts'

/** What readers are told of their consent, its end, and why nothing is sent. */
export const consent: Texts<typeof en> = {
  'consent.agreed': 'Συμφωνήσατε στο εξής:',
  'consent.subscribe-again': 'Νέα εγγραφή',
  'readers.reason.erasure': 'ζητήθηκε διαγραφή των δεδομένων',
  'readers.reason.left': 'διαγράφηκε από το δελτίο παλιά και σβήστηκε',
}
