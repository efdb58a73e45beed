import { z } from 'zod'

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
