import type { Catalogue } from '../translate.ts'
import { chrome } from './nl/chrome.ts'
import { home } from './nl/home.ts'
import { about } from './nl/about.ts'
import { members } from './nl/members.ts'
import { organisation } from './nl/organisation.ts'
import { country } from './nl/country.ts'
import { practices } from './nl/practices.ts'
import { list } from './nl/list.ts'
import { publications } from './nl/publications.ts'
import { policy } from './nl/policy.ts'
import { events } from './nl/events.ts'
import { dossiers } from './nl/dossiers.ts'
import { catalogue } from './nl/catalogue.ts'
import { freshness } from './nl/freshness.ts'
import { adoption } from './nl/adoption.ts'
import { record } from './nl/record.ts'
import { practice } from './nl/practice.ts'
import { legal } from './nl/legal.ts'
import { api } from './nl/api.ts'
import { fallback } from './nl/fallback.ts'
import { services } from './nl/services.ts'
import { forms } from './nl/forms.ts'
import { signIn } from './nl/sign-in.ts'
import { account } from './nl/account.ts'
import { join } from './nl/join.ts'
import { own } from './nl/own.ts'
import { consoleTexts } from './nl/console.ts'
import { asking } from './nl/asking.ts'
import { request } from './nl/request.ts'
import { files } from './nl/files.ts'
import { inbox } from './nl/inbox.ts'
import { instruments } from './nl/instruments.ts'
import { newsletter } from './nl/newsletter.ts'
import { consent } from './nl/consent.ts'
import { composer } from './nl/composer.ts'
import { imports } from './nl/imports.ts'
import { readers } from './nl/readers.ts'
import { webhooksTexts } from './nl/webhooks.ts'
import { promises } from './nl/promises.ts'
import { figures } from './nl/figures.ts'
import { caseDesk } from './nl/case-desk.ts'
import { inbound } from './nl/inbound.ts'
import { report } from './nl/report.ts'
import { sending } from './nl/sending.ts'
import { campaigns } from './nl/campaigns.ts'
import { indicators } from './nl/indicators.ts'
import { search } from './nl/search.ts'
import { terms } from './nl/terms.ts'

/** Every text of the site in Dutch. */
export const nl: Catalogue = {
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
