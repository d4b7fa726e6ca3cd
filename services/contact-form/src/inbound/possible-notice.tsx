import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import type { Case } from '../cases/case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { SeenVersion } from '../desk-case/seen-version.tsx'

type Props = { speech: Speech; found: Case; other: Case; children?: Child }

/** Tells staff that a case may belong to another one, with the way there and the choice to keep them apart. `children`: further choices. */
export const PossibleNotice = ({ speech, found, other, children }: Props) => {
  const { t, locale } = speech
  return (
    <Notice tone="tn">
      <div class="st g2">
        <p>
          <b>{t('inbound.possible')}</b>
        </p>
        <p>{t('inbound.possible.text')}</p>
        <p class="cl g2">
          <a href={localPath(locale, `/console/requests/${other.id}`)}>{t('inbound.possible.open', { reference: other.reference })}</a>
          <StateTag speech={speech} state={other.state} />
          {other.requester && <span>{other.requester.name}</span>}
        </p>
        <div class="cl g2">
          {children}
          <form method="post" action={`${localPath(locale, `/console/requests/${found.id}/apart`)}#es`}>
            <SeenVersion found={found} />
            <button class="b q">{t('inbound.apart')}</button>
          </form>
        </div>
      </div>
    </Notice>
  )
}
