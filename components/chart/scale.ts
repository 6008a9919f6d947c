/**
 * One figure of a series; null where nothing is known. With `href` the point leads to what it is made of; `short` is its
 * name at the axis, where room is short.
 */
export type ChartPoint = { label: string; short?: string; value: number | null; href?: string }

export type Scale = { min: number; max: number; ticks: number[] }

const steps = [1, 2, 2.5, 5, 10]

/**
 * A scale from round figure to round figure that holds every value and zero.
 * @param intervals how many steps to aim at; whole values get whole steps
 */
export function scaleOf(values: readonly number[], intervals = 3): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (low === high) return { min: 0, max: 1, ticks: [0] }
  const rough = (high - low) / intervals
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (steps.find(candidate => candidate * power >= rough * (1 - 1e-9)) ?? 10) * power
  const unit = values.every(Number.isInteger) ? Math.ceil(step) : step
  const [from, to] = [Math.floor(low / unit), Math.ceil(high / unit)]
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * unit).toPrecision(12)))
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks }
}

/** The figures of a series that are known. */
export function valuesOf(points: readonly ChartPoint[]): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]))
}

/** Where a value lies on the scale, in percent from the top. */
export function topOf(value: number, { min, max }: Scale): number {
  return ((max - value) / (max - min)) * 100
}

/** Which of so many points carry a label: the ends and evenly between them. */
export function labelledAt(count: number, labels: number): number[] {
  if (count <= labels) return Array.from({ length: count }, (_, at) => at)
  const places = Array.from({ length: labels }, (_, at) => Math.round((at * (count - 1)) / (labels - 1)))
  return [...new Set(places)]
}

/** What a chart shows, in one sentence for those who do not see it. */
export function describePoints(points: readonly ChartPoint[], format: (value: number) => string): string {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'Nothing is known yet.'
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
  const name = (point: { label: string; value: number }) => `${format(point.value)} (${point.label})`
  return `From ${name(first)} to ${name(last)}; lowest ${name(lowest)}, highest ${name(highest)}.`
}
