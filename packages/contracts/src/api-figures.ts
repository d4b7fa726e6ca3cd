import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Requests that arrived in a year or quarter of Brussels, and how fast they were answered. */
export const figuresPeriodSchema = v.strictObject({
  /** A year (`2026`) or a quarter (`2026-Q4`). */
  period: v.pipe(v.string(), v.regex(/^\d{4}(-Q[1-4])?$/)),
  total: count,
  kinds: v.strictObject({ 'policy-briefing': count, taskforce: count, roundtable: count, question: count }),
  /** How many have had a first answer or question. */
  answered: count,
  /** Half were answered within this many working days; null below five answers. */
  medianWorkingDays: v.nullable(v.pipe(v.number(), v.minValue(0))),
  /** Share of first answers, given or overdue, that came in time, in per cent; null below five. */
  withinPromise: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
})

/** Figures of support requests: counts alone, no countries, no names. Spam and merged requests are not counted. */
export const figuresSchema = v.strictObject({
  /** Day in Brussels, ISO. */
  asOf: v.pipe(v.string(), v.isoDate()),
  promisedWorkingDays: count,
  /** Not answered yet, or waiting for the requester. */
  open: v.strictObject({ 'policy-briefing': count, taskforce: count, roundtable: count, question: count }),
  years: v.array(figuresPeriodSchema),
  quarters: v.array(figuresPeriodSchema),
})

/** Figures of support requests. */
export type Figures = v.InferOutput<typeof figuresSchema>
/** Figures of a year or quarter. */
export type FiguresPeriod = v.InferOutput<typeof figuresPeriodSchema>
