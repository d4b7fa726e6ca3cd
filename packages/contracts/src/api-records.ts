import * as v from 'valibot'

const maybeText = v.nullable(v.string())
const codes = v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,60}$/)))

/** The first fields of every record of a list; texts stand in `language`. Dates are ISO: a year, a month or a day, as far as known. */
export const head = { id: v.string(), url: v.string(), title: v.string(), summary: v.string(), language: v.string(), country: maybeText }
/** The last fields of every record of a list. */
export const tail = {
  /** Where the thing itself can be read. */
  website: maybeText,
  /** Where the coalition knows of it from. */
  source: maybeText,
  /** What an editor should check before relying on the record. */
  caution: maybeText,
  updatedAt: v.string(),
}

/** A publication, meeting report or monitoring instrument as the API gives it. `type`: code of the kind of publication. */
export const publicationSchema = v.strictObject({ ...head, type: maybeText, topics: codes, date: maybeText, publisher: maybeText, ...tail })
/** A publication as the API gives it. */
export type PublicationOfApi = v.InferOutput<typeof publicationSchema>

/** A piece of news as the API gives it. */
export const newsSchema = v.strictObject({ ...head, date: maybeText, publisher: maybeText, ...tail })
/** A piece of news as the API gives it. */
export type NewsOfApi = v.InferOutput<typeof newsSchema>

/** A document of EU policy as the API gives it. `issuer`: who issued it, in words. */
export const policySchema = v.strictObject({ ...head, issuer: maybeText, date: maybeText, ...tail })
/** A document of EU policy as the API gives it. */
export type PolicyOfApi = v.InferOutput<typeof policySchema>

/** A project as the API gives it. `status` follows from its dates: planned, ongoing, completed, or null when they are not on file. */
export const projectSchema = v.strictObject({
  ...head,
  programme: maybeText,
  reference: maybeText,
  start: maybeText,
  end: maybeText,
  status: maybeText,
  ...tail,
})
/** A project as the API gives it. */
export type ProjectOfApi = v.InferOutput<typeof projectSchema>
