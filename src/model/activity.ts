import { z } from 'zod'

/** What produced a finding (W3C PROV's activity): program, model and codebook versions. */
export const Activity = z.object({
  program: z.string(),
  model: z.string(),
  codebook: z.string(),
  stages: z.record(z.string(), z.string()),
})
export type Activity = z.infer<typeof Activity>
