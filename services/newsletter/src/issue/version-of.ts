import type { Campaign } from '../campaigns/campaign.ts'
import type { Written } from '../campaigns/save-draft.ts'
import { inEach, type IssueContent } from './issue.ts'

/** What a campaign says, in every language of the site: one in which nothing was written is empty. */
export const contentOf = ({ content }: Pick<Campaign, 'content'>): IssueContent =>
  inEach((locale) => (content[locale] as IssueContent['en'] | undefined) ?? { subject: '', preheader: '', blocks: [] })

/** What a campaign said in one of its versions, and who wrote it; null when there is none. Steps that change no word (an approval) keep none. */
export async function versionOf(
  db: D1Database,
  id: string,
  version: number,
): Promise<(Omit<Written, 'content'> & { content: IssueContent; who: string }) | null> {
  const row = await db
    .prepare('SELECT who, snapshot FROM campaign_versions WHERE campaign_id = ? AND version <= ? ORDER BY version DESC LIMIT 1')
    .bind(id, version)
    .first<{ who: string; snapshot: string }>()
  if (!row) return null
  const written = JSON.parse(row.snapshot) as Written
  return { ...written, content: contentOf(written), who: row.who }
}
