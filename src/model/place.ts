import { z } from 'zod'
import { Span } from './span.ts'

/**
 * Where a place lies: WGS 84 degrees of a settlement, of the middle of a region, water or line, or of the middle of a country when the text names no more;
 * `country` is null where it lies in several, `geonames` its number there. `why` says what spoke for it among its namesakes, and how far a region reaches.
 */
export const Point = z.object({
  name: z.string(),
  country: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  precision: z.enum(['settlement', 'region', 'country']),
  geonames: z.int().nullable(),
  why: z.string(),
})
export type Point = z.infer<typeof Point>

/**
 * A place that the text names for an act or a saying. `country` is that of the place, null where it is of several or unknown; `relation` are the words that tie
 * the act to it ('in', 'off the coast of'), 'seat' where the place only stands before a noun of meeting, null in readings made before this was kept.
 */
export const Place = z.object({
  span: Span,
  text: z.string(),
  country: z.string().nullable(),
  relation: z.string().nullable().default(null),
})
export type Place = z.infer<typeof Place>
