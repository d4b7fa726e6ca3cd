import type { Catalogue } from '../translate.ts'
import { chrome } from './el/chrome.ts'
import { home } from './el/home.ts'
import { about } from './el/about.ts'
import { members } from './el/members.ts'
import { organisation } from './el/organisation.ts'
import { country } from './el/country.ts'
import { practices } from './el/practices.ts'
import { list } from './el/list.ts'
import { publications } from './el/publications.ts'
import { policy } from './el/policy.ts'
import { events } from './el/events.ts'
import { dossiers } from './el/dossiers.ts'
import { catalogue } from './el/catalogue.ts'
import { freshness } from './el/freshness.ts'
import { adoption } from './el/adoption.ts'
import { record } from './el/record.ts'
import { practice } from './el/practice.ts'
import { legal } from './el/legal.ts'
import { api } from './el/api.ts'
import { fallback } from './el/fallback.ts'
import { services } from './el/services.ts'
import { forms } from './el/forms.ts'
import { signIn } from './el/sign-in.ts'
import { account } from './el/account.ts'
import { join } from './el/join.ts'
import { own } from './el/own.ts'
import { consoleTexts } from './el/console.ts'
import { asking } from './el/asking.ts'
import { request } from './el/request.ts'
import { files } from './el/files.ts'
import { inbox } from './el/inbox.ts'
import { instruments } from './el/instruments.ts'
import { newsletter } from './el/newsletter.ts'
import { consent } from './el/consent.ts'
import { composer } from './el/composer.ts'
import { imports } from './el/imports.ts'
import { readers } from './el/readers.ts'
import { webhooksTexts } from './el/webhooks.ts'
import { promises } from './el/promises.ts'
import { figures } from './el/figures.ts'
import { caseDesk } from './el/case-desk.ts'
import { inbound } from './el/inbound.ts'
import { report } from './el/report.ts'
import { sending } from './el/sending.ts'
import { campaigns } from './el/campaigns.ts'
import { indicators } from './el/indicators.ts'
import { search } from './el/search.ts'
import { terms } from './el/terms.ts'

/** Every text of the site in Greek. */
export const el: Catalogue = {
  ...chrome,
  ...home,
  ...about,
  ...members,
  ...organisation,
  ...country,
  ...practices,
  ...list,
  ...publications,
  ...policy,
  ...events,
  ...dossiers,
  ...catalogue,
  ...freshness,
  ...adoption,
  ...record,
  ...practice,
  ...legal,
  ...api,
  ...fallback,
  ...services,
  ...forms,
  ...signIn,
  ...account,
  ...join,
  ...own,
  ...consoleTexts,
  ...asking,
  ...request,
  ...files,
  ...inbox,
  ...instruments,
  ...newsletter,
  ...consent,
  ...composer,
  ...imports,
  ...readers,
  ...webhooksTexts,
  ...promises,
  ...figures,
  ...caseDesk,
  ...inbound,
  ...report,
  ...sending,
  ...campaigns,
  ...indicators,
  ...search,
  ...terms,
}
