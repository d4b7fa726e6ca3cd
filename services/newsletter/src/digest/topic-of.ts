import type { ItemBrief, ItemType } from '@stem/contracts/content'
import type { NewsletterTopic } from '@stem/contracts/newsletter'

const TOPIC_OF: Partial<Record<ItemType, NewsletterTopic>> = {
  practice: 'practices',
  event: 'events',
  taskforce: 'support',
  briefing: 'support',
  roundtable: 'support',
  'working-group': 'support',
  'monitoring-instrument': 'data',
}
const OWN_TOPICS: Record<string, NewsletterTopic> = { gender: 'gender', careers: 'careers', 'digital-skills': 'digital', coding: 'digital', digital: 'digital' }

/** Topic of the newsletter under which an item stands: by its own topics where they are one, else by its type. */
export const topicOf = ({ type, topics }: Pick<ItemBrief, 'type' | 'topics'>): NewsletterTopic =>
  topics.flatMap((topic) => OWN_TOPICS[topic] ?? [])[0] ?? TOPIC_OF[type] ?? 'policy'
