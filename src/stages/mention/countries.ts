/** The states among codes, the oftenest named first: what speaks for one namesake of a place and against another. */
export function countriesNamed(codes: readonly (string | null)[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const code of codes) if (code !== null && /^[A-Z]{3}$/u.test(code)) count.set(code, (count.get(code) ?? 0) + 1)
  return new Set([...count].sort((a, b) => b[1] - a[1]).map(([code]) => code))
}
