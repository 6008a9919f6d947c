import { formatNumber } from '@/components/ui/format-number'

/** Writes a share of requests as a percentage; some spaces do not break, so that a number keeps its unit on phones. */
export const writeShare = (share: number): string =>
  formatNumber(share, 'en-US', { style: 'percent', maximumFractionDigits: share < 0.01 ? 2 : 1 })

/** Writes the time that most requests stayed under; null lies beyond the largest that is told apart. */
export const writeWithin = (p95: number | null): string =>
  p95 === null ? 'over 5\u00a0s' : `≤\u00a0${formatNumber(p95)}\u00a0ms`
