import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { compose } from '@stem/mail/letter'
import type { Campaign, IssueText } from '../campaigns/campaign.ts'
import type { RenderIssue } from './issue-message.ts'

const isThere = (text: IssueText | undefined): text is IssueText => text !== undefined && text.subject.trim() !== ''

/** The text of a campaign for a language: in it, else in English, else in whatever language there is. */
export function textFor({ content }: Pick<Campaign, 'content'>, locale: ShippedLocale): { text: IssueText; locale: ShippedLocale } | null {
  for (const one of [locale, 'en', ...SHIPPED] as const) {
    const text = content[one]
    if (isThere(text)) return { text, locale: one }
  }
  return null
}

const wordsOf = (block: unknown): string => {
  const { text } = (block ?? {}) as { text?: unknown }
  return typeof text === 'string' ? text : ''
}

/** Draws a campaign as a letter: its words, and both ways to change one's mind. */
export const renderAsLetter: RenderIssue = async (campaign, { locale, unsubscribe, preferences }) => {
  const found = textFor(campaign, locale)
  if (!found) throw new Error('a campaign without words')
  const t = translator(found.locale)
  const letter = await compose(
    {
      subject: found.text.subject,
      heading: found.text.subject,
      parts: [
        ...found.text.blocks
          .map(wordsOf)
          .filter(Boolean)
          .map((paragraph) => ({ paragraph })),
        { button: { label: t('newsletter.leave'), url: unsubscribe } },
        { small: `${t('newsletter.preferences')}: ${preferences}` },
      ],
      reason: found.text.preheader,
    },
    found.locale,
  )
  return { ...letter, locale: found.locale }
}
