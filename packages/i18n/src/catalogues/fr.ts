import type { Catalogue } from '../translate.ts'
import { chrome } from './fr/chrome.ts'
import { home } from './fr/home.ts'
import { about } from './fr/about.ts'
import { members } from './fr/members.ts'
import { organisation } from './fr/organisation.ts'
import { country } from './fr/country.ts'
import { practices } from './fr/practices.ts'
import { list } from './fr/list.ts'
import { publications } from './fr/publications.ts'
import { policy } from './fr/policy.ts'
import { events } from './fr/events.ts'
import { dossiers } from './fr/dossiers.ts'
import { catalogue } from './fr/catalogue.ts'
import { freshness } from './fr/freshness.ts'
import { adoption } from './fr/adoption.ts'
import { record } from './fr/record.ts'
import { practice } from './fr/practice.ts'
import { legal } from './fr/legal.ts'
import { api } from './fr/api.ts'
import { fallback } from './fr/fallback.ts'
import { services } from './fr/services.ts'
import { forms } from './fr/forms.ts'
import { signIn } from './fr/sign-in.ts'
import { account } from './fr/account.ts'
import { join } from './fr/join.ts'
import { own } from './fr/own.ts'
import { consoleTexts } from './fr/console.ts'
import { asking } from './fr/asking.ts'
import { request } from './fr/request.ts'
import { files } from './fr/files.ts'
import { inbox } from './fr/inbox.ts'
import { instruments } from './fr/instruments.ts'
import { newsletter } from './fr/newsletter.ts'
import { consent } from './fr/consent.ts'
import { composer } from './fr/composer.ts'
import { imports } from './fr/imports.ts'
import { readers } from './fr/readers.ts'
import { webhooksTexts } from './fr/webhooks.ts'
import { promises } from './fr/promises.ts'
import { figures } from './fr/figures.ts'
import { caseDesk } from './fr/case-desk.ts'
import { inbound } from './fr/inbound.ts'
import { report } from './fr/report.ts'
import { sending } from './fr/sending.ts'
import { campaigns } from './fr/campaigns.ts'
import { indicators } from './fr/indicators.ts'
import { search } from './fr/search.ts'
import { terms } from './fr/terms.ts'

/** Every text of the site in French. */
export const fr: Catalogue = {
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
