/** A line of the bench's table. `bound` is what the figure is held against; a figure without one is only told. */
export type Figure = {
  what: string
  p50: string
  p99: string
  ratio?: number
  bound?: string
  held?: boolean
}

/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Times several things in turn, so that all meet the same noise; samples in milliseconds, in the order given. */
export async function timeInTurn(rounds: number, things: (() => Promise<unknown>)[]): Promise<number[][]> {
  const samples = things.map((): number[] => [])
  for (const thing of things) await thing()
  for (let round = 0; round < rounds; round++) {
    for (const [at, thing] of things.entries()) {
      const started = performance.now()
      await thing()
      samples[at]?.push(performance.now() - started)
    }
  }
  return samples
}

const ms = (value: number) => `${value.toFixed(2)} ms`

/** A figure that compares samples with a floor's, by their medians. */
export function compare(what: string, samples: number[] = [], floor: number[] = [], atMost?: number): Figure {
  const ratio = quantile(samples, 0.5) / quantile(floor, 0.5)
  const limit = atMost === undefined ? {} : { bound: `≤ ${atMost}×`, held: ratio <= atMost }
  return { what, p50: ms(quantile(samples, 0.5)), p99: ms(quantile(samples, 0.99)), ratio, ...limit }
}

/** Prints the figures as one table and says whether every bound was held. */
export function printFigures(figures: Figure[]): boolean {
  const rows = figures.map(f => ({
    what: f.what,
    p50: f.p50,
    p99: f.p99,
    ratio: f.ratio === undefined ? '' : `${f.ratio.toFixed(2)}×`,
    bound: f.bound ?? '',
    held: f.held === undefined ? '' : f.held ? 'yes' : 'NO',
  }))
  console.table(rows)
  return figures.every(f => f.held !== false)
}
