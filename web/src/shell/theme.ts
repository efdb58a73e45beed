import { useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'dragoman-theme'
const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

const kept = (): Theme => {
  const value = window.localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Puts the chosen theme on the page; 'system' follows the machine. */
export function applyTheme(theme: Theme = kept()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** The theme and the switch to the next one: system, light, dark. */
export function useTheme(): [Theme, () => void] {
  const [theme, set] = useState(kept)
  return [
    theme,
    () => {
      const chosen = next[theme]
      window.localStorage.setItem(KEY, chosen)
      applyTheme(chosen)
      set(chosen)
    },
  ]
}
