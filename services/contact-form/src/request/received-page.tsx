import type { Speech } from '@stem/ui/speech'
import type { Promised } from './received.ts'

/** A request arrived: its reference, and what happens next and by when. */
export const ReceivedPage = ({ speech: { t, f }, reference, promised }: { speech: Speech; reference: string | null; promised: Promised | null }) => {
  const { read = null, answer = null } = promised ?? {}
  return (
    <div class="w top">
      <div class="st g5 n">
        <h1>{t('request.received')}</h1>
        {reference !== null && (
          <p class="lead">
            {t('request.reference')}: <b class="mono">{reference}</b>
          </p>
        )}
        <section class="st" aria-labelledby="next">
          <h2 id="next">{t('asking.next')}</h2>
          <ol class="tlx">
            <li class="dn">
              <p class="dt">{t('asking.next.now')}</p>
              <p>{t('request.next.1')}</p>
            </li>
            <li class="fut">
              {read !== null && <p class="dt">{t('asking.next.by', { date: f.day(read) })}</p>}
              <p>{t(read === null ? 'request.next.2' : 'asking.next.read')}</p>
            </li>
            <li class="fut">
              {answer !== null && <p class="dt">{t('asking.next.by', { date: f.day(answer) })}</p>}
              <p>{t(answer === null ? 'request.next.3' : 'asking.next.answer')}</p>
            </li>
          </ol>
        </section>
        <p class="m">{t('asking.next.keep')}</p>
      </div>
    </div>
  )
}
