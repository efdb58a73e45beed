import { z } from 'zod'

/**
 * Where a place lies: WGS 84 degrees of a settlement, or of the middle of a country when the text names no more; `geonames` is its number
 * there. `why` says what spoke for it among its namesakes.
 */
export const Point = z.object({
  name: z.string(),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  precision: z.enum(['settlement', 'country']),
  geonames: z.int().nullable(),
  why: z.string(),
})
export type Point = z.infer<typeof Point>
