import type { Catalogue } from '../translate.ts'
import { chrome } from './de/chrome.ts'
import { home } from './de/home.ts'
import { about } from './de/about.ts'
import { members } from './de/members.ts'
import { organisation } from './de/organisation.ts'
import { country } from './de/country.ts'
import { practices } from './de/practices.ts'
import { list } from './de/list.ts'
import { publications } from './de/publications.ts'
import { policy } from './de/policy.ts'
import { events } from './de/events.ts'
import { dossiers } from './de/dossiers.ts'
import { catalogue } from './de/catalogue.ts'
import { freshness } from './de/freshness.ts'
import { adoption } from './de/adoption.ts'
import { record } from './de/record.ts'
import { practice } from './de/practice.ts'
import { legal } from './de/legal.ts'
import { api } from './de/api.ts'
import { fallback } from './de/fallback.ts'
import { services } from './de/services.ts'
import { forms } from './de/forms.ts'
import { signIn } from './de/sign-in.ts'
import { account } from './de/account.ts'
import { join } from './de/join.ts'
import { own } from './de/own.ts'
import { consoleTexts } from './de/console.ts'
import { asking } from './de/asking.ts'
import { request } from './de/request.ts'
import { files } from './de/files.ts'
import { inbox } from './de/inbox.ts'
import { instruments } from './de/instruments.ts'
import { newsletter } from './de/newsletter.ts'
import { consent } from './de/consent.ts'
import { composer } from './de/composer.ts'
import { imports } from './de/imports.ts'
import { readers } from './de/readers.ts'
import { webhooksTexts } from './de/webhooks.ts'
import { promises } from './de/promises.ts'
import { figures } from './de/figures.ts'
import { caseDesk } from './de/case-desk.ts'
import { inbound } from './de/inbound.ts'
import { report } from './de/report.ts'
import { sending } from './de/sending.ts'
import { campaigns } from './de/campaigns.ts'
import { indicators } from './de/indicators.ts'
import { search } from './de/search.ts'
import { terms } from './de/terms.ts'

/** Every text of the site in German. */
export const de: Catalogue = {
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
