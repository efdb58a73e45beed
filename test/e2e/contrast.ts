import type { Page } from 'playwright-core'

/** How well an ink (a CSS colour) stands out on a ground in the page as it is drawn now: WCAG's ratio, 1 to 21. */
export const contrasts = (
  page: Page,
  pairs: readonly (readonly [ink: string, ground: string])[],
): Promise<(readonly [ink: string, ground: string, ratio: number])[]> =>
  page.evaluate((wanted) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
    const probe = document.createElement('i')
    document.body.append(probe)
    const luminance = (value: string): number => {
      probe.style.color = value
      canvas.fillStyle = getComputedStyle(probe).color
      canvas.fillRect(0, 0, 1, 1)
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((c) => {
        const s = c / 255
        return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const ratios = wanted.map(([ink, ground]) => {
      const [x, y] = [luminance(ink), luminance(ground)].sort((p, q) => q - p)
      return [ink, ground, (x! + 0.05) / (y! + 0.05)] as const
    })
    probe.remove()
    return ratios
  }, pairs)
