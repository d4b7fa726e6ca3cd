import { COUNTRIES } from '@stem/contracts/countries'
import { FREQUENCIES, NEWSLETTER_TOPICS, type Frequency, type NewsletterTopic } from '@stem/contracts/newsletter'
import * as v from 'valibot'

/** What a reader wants to hear: at least one topic; no country means all of them. */
export type Wish = { topics: NewsletterTopic[]; countries: string[]; frequency: Frequency }

const box = v.optional(v.picklist(['', 'yes']), '')

/** Name of the box of a topic, and of a country. */
export const topicField = (topic: NewsletterTopic): string => `topic-${topic}`
export const countryField = (country: string): string => `country-${country}`

/** The boxes of a wish, each a field of its own: so a form that comes back shows what was ticked. */
export const WISH_ENTRIES = {
  ...(Object.fromEntries(NEWSLETTER_TOPICS.map((topic) => [topicField(topic), box])) as Record<string, typeof box>),
  ...(Object.fromEntries(COUNTRIES.map((country) => [countryField(country), box])) as Record<string, typeof box>),
  frequency: v.picklist(FREQUENCIES, 'forms.choose'),
}

/** The wish that a form holds; null without a topic. */
export function wishOf(form: Record<string, unknown>): Wish | null {
  const topics = NEWSLETTER_TOPICS.filter((topic) => form[topicField(topic)] === 'yes')
  const countries = COUNTRIES.filter((country) => form[countryField(country)] === 'yes')
  const frequency = FREQUENCIES.find((one) => one === form['frequency'])
  return topics.length === 0 || frequency === undefined ? null : { topics, countries, frequency }
}

/** The wish of lists as a program sends them: each thing once, in the order of the form. */
export const wishFrom = ({ topics, countries, frequency }: { topics: readonly string[]; countries: readonly string[]; frequency: Frequency }): Wish => ({
  topics: NEWSLETTER_TOPICS.filter((topic) => topics.includes(topic)),
  countries: COUNTRIES.filter((country) => countries.includes(country)),
  frequency,
})

/** A wish as a form begins from it. */
export const typedOf = ({ topics, countries, frequency }: Wish): Record<string, string> => ({
  ...Object.fromEntries(topics.map((topic) => [topicField(topic), 'yes'])),
  ...Object.fromEntries(countries.map((country) => [countryField(country), 'yes'])),
  frequency,
})
