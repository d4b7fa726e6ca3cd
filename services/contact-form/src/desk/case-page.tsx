import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import type { Case } from '../cases/case.ts'
import { caseById, readingOf } from '../cases/read-case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { drawDesk, enterDesk, type DeskContext } from './desk.tsx'

/** The member of staff who asks and the case they ask for, or the answer for everybody else and for a case that is not there. */
export async function enterCase(c: DeskContext, id: string): Promise<{ who: Principal; found: Case } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const found = await caseById(readingOf(c.env), id)
  return found ? { who, found } : new Response(null, { status: 404 })
}

/** Draws a page about one thing to do with a case, with the way back to it. */
export function drawCasePage(
  c: DeskContext,
  who: Principal,
  found: Case,
  { title, status, main }: { title: string; status?: number; main: Child },
): Promise<Response> {
  const speech = speechOf(c.env.context.locale)
  return drawDesk(c, who, {
    title,
    status,
    bar: (
      <span class="cl g2">
        <a class="mono" href={localPath(speech.locale, `/console/requests/${found.id}`)}>
          {found.reference}
        </a>
        <StateTag speech={speech} state={found.state} />
      </span>
    ),
    main: <div class="cp st g5">{main}</div>,
  })
}
