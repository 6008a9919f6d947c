/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export type Chance = {
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number
  /** True in about `percent` of a hundred cases. */
  percent(percent: number): boolean
  pick<T>(items: readonly T[]): T
}

/** Makes a source of chance (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    percent: percent => next() * 100 < percent,
    pick: <T>(items: readonly T[]) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}
