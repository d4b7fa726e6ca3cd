import { chrome } from './en/chrome.ts'
import { home } from './en/home.ts'
import { about } from './en/about.ts'
import { members } from './en/members.ts'
import { organisation } from './en/organisation.ts'
import { country } from './en/country.ts'
import { practices } from './en/practices.ts'
import { list } from './en/list.ts'
import { publications } from './en/publications.ts'
import { policy } from './en/policy.ts'
import { events } from './en/events.ts'
import { dossiers } from './en/dossiers.ts'
import { catalogue } from './en/catalogue.ts'
import { freshness } from './en/freshness.ts'
import { adoption } from './en/adoption.ts'
import { record } from './en/record.ts'
import { practice } from './en/practice.ts'
import { legal } from './en/legal.ts'
import { api } from './en/api.ts'
import { fallback } from './en/fallback.ts'
import { services } from './en/services.ts'
import { forms } from './en/forms.ts'
import { signIn } from './en/sign-in.ts'
import { account } from './en/account.ts'
import { join } from './en/join.ts'
import { own } from './en/own.ts'
import { consoleTexts } from './en/console.ts'
import { asking } from './en/asking.ts'
import { request } from './en/request.ts'
import { files } from './en/files.ts'
import { inbox } from './en/inbox.ts'
import { instruments } from './en/instruments.ts'
import { newsletter } from './en/newsletter.ts'
import { consent } from './en/consent.ts'
import { composer } from './en/composer.ts'
import { imports } from './en/imports.ts'
import { readers } from './en/readers.ts'
import { webhooksTexts } from './en/webhooks.ts'
import { promises } from './en/promises.ts'
import { figures } from './en/figures.ts'
import { caseDesk } from './en/case-desk.ts'
import { inbound } from './en/inbound.ts'
import { report } from './en/report.ts'
import { sending } from './en/sending.ts'
import { campaigns } from './en/campaigns.ts'
import { indicators } from './en/indicators.ts'
import { search } from './en/search.ts'
import { terms } from './en/terms.ts'

/** Every text of the site in English: the measure of all other catalogues. */
export const en = {
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
} as const
