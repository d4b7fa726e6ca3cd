import type { Catalogue } from '../translate.ts'
import { chrome } from './it/chrome.ts'
import { home } from './it/home.ts'
import { about } from './it/about.ts'
import { members } from './it/members.ts'
import { organisation } from './it/organisation.ts'
import { country } from './it/country.ts'
import { practices } from './it/practices.ts'
import { list } from './it/list.ts'
import { publications } from './it/publications.ts'
import { policy } from './it/policy.ts'
import { events } from './it/events.ts'
import { dossiers } from './it/dossiers.ts'
import { catalogue } from './it/catalogue.ts'
import { freshness } from './it/freshness.ts'
import { adoption } from './it/adoption.ts'
import { record } from './it/record.ts'
import { practice } from './it/practice.ts'
import { legal } from './it/legal.ts'
import { api } from './it/api.ts'
import { fallback } from './it/fallback.ts'
import { services } from './it/services.ts'
import { forms } from './it/forms.ts'
import { signIn } from './it/sign-in.ts'
import { account } from './it/account.ts'
import { join } from './it/join.ts'
import { own } from './it/own.ts'
import { consoleTexts } from './it/console.ts'
import { asking } from './it/asking.ts'
import { request } from './it/request.ts'
import { files } from './it/files.ts'
import { inbox } from './it/inbox.ts'
import { instruments } from './it/instruments.ts'
import { newsletter } from './it/newsletter.ts'
import { consent } from './it/consent.ts'
import { composer } from './it/composer.ts'
import { imports } from './it/imports.ts'
import { readers } from './it/readers.ts'
import { webhooksTexts } from './it/webhooks.ts'
import { promises } from './it/promises.ts'
import { figures } from './it/figures.ts'
import { caseDesk } from './it/case-desk.ts'
import { inbound } from './it/inbound.ts'
import { report } from './it/report.ts'
import { sending } from './it/sending.ts'
import { campaigns } from './it/campaigns.ts'
import { indicators } from './it/indicators.ts'
import { search } from './it/search.ts'
import { terms } from './it/terms.ts'

/** Every text of the site in Italian. */
export const it: Catalogue = {
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
