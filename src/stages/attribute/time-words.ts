import type { Token } from '../../model/index.ts'

/** Whether a word tells when, or over which medium, and not what is said. */
export const isTime = (token: Token): boolean =>
  /^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|day|week|month|year|morning|evening|night|television|twitter|tv|cnn|radio|air|facebook)$/iu.test(
    token.form,
  )
