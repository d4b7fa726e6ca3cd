import type { Speech } from '@stem/ui/speech'
import type { Message } from '../cases/case.ts'
import { partQuoted } from './quoted.ts'

/** How a message came, when it was a mail. */
export const ByMail = ({ speech: { t }, message: { via } }: { speech: Speech; message: Pick<Message, 'via'> }) =>
  via === 'mail' ? <span class="m s">{t('inbound.via')}</span> : null

/** The words of a message. Of a mail, what it quotes from earlier ones is folded away. */
export const Words = ({ speech: { t }, message: { via, body, repeats } }: { speech: Speech; message: Pick<Message, 'via' | 'body' | 'repeats'> }) => {
  const { own, quoted } = via === 'mail' ? partQuoted(body) : { own: body, quoted: '' }
  return (
    <>
      {own === '' && via === 'mail' && <p class="m">{t('inbound.no-text')}</p>}
      {own !== '' && <p class="pre">{own}</p>}
      {repeats !== null && <p class="s m">{t('inbound.repeats')}</p>}
      {quoted !== '' && (
        <details>
          <summary>{t('inbound.earlier')}</summary>
          <p class="pre">{quoted}</p>
        </details>
      )}
    </>
  )
}
