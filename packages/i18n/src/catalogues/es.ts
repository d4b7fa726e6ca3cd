import type { Catalogue } from '../translate.ts'
import { chrome } from './es/chrome.ts'
import { home } from './es/home.ts'
import { about } from './es/about.ts'
import { members } from './es/members.ts'
import { organisation } from './es/organisation.ts'
import { country } from './es/country.ts'
import { practices } from './es/practices.ts'
import { list } from './es/list.ts'
import { publications } from './es/publications.ts'
import { policy } from './es/policy.ts'
import { events } from './es/events.ts'
import { dossiers } from './es/dossiers.ts'
import { catalogue } from './es/catalogue.ts'
import { freshness } from './es/freshness.ts'
import { adoption } from './es/adoption.ts'
import { record } from './es/record.ts'
import { practice } from './es/practice.ts'
import { legal } from './es/legal.ts'
import { api } from './es/api.ts'
import { fallback } from './es/fallback.ts'
import { services } from './es/services.ts'
import { forms } from './es/forms.ts'
import { signIn } from './es/sign-in.ts'
import { account } from './es/account.ts'
import { join } from './es/join.ts'
import { own } from './es/own.ts'
import { consoleTexts } from './es/console.ts'
import { asking } from './es/asking.ts'
import { request } from './es/request.ts'
import { files } from './es/files.ts'
import { inbox } from './es/inbox.ts'
import { instruments } from './es/instruments.ts'
import { newsletter } from './es/newsletter.ts'
import { consent } from './es/consent.ts'
import { composer } from './es/composer.ts'
import { imports } from './es/imports.ts'
import { readers } from './es/readers.ts'
import { webhooksTexts } from './es/webhooks.ts'
import { promises } from './es/promises.ts'
import { figures } from './es/figures.ts'
import { caseDesk } from './es/case-desk.ts'
import { inbound } from './es/inbound.ts'
import { report } from './es/report.ts'
import { sending } from './es/sending.ts'
import { campaigns } from './es/campaigns.ts'
import { indicators } from './es/indicators.ts'
import { search } from './es/search.ts'
import { terms } from './es/terms.ts'

/** Every text of the site in Spanish. */
export const es: Catalogue = {
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
