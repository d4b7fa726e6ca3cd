/** Terms under which the coalition's own texts and records may be used by anybody. Data of others keeps the terms of its source. */
export const LICENCE = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  /** In the authority table of the EU. */
  authority: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
} as const
