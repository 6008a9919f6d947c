/**
 * Splits homeowners over tenants as skewed as the register's managing companies are: one largest, then falling with
 * the rank. Every tenant has at least ten.
 * @returns sizes in falling order, summing to `homeowners`
 */
export function tenantSizes(tenants: number, homeowners: number, largest: number): number[] {
  const rest = tenants - 1
  const floor = 10
  const weights = Array.from({ length: rest }, (_, i) => 1 / (i + 2) ** 0.9)
  const whole = weights.reduce((a, b) => a + b, 0)
  const spread = homeowners - largest - floor * rest
  if (rest > 0 && spread < 0) throw new Error('there are too few homeowners for that many tenants')
  const sizes = weights.map(w => floor + Math.min(largest - floor, Math.floor((w / whole) * spread)))
  const given = sizes.reduce((a, b) => a + b, 0)
  let left = homeowners - largest - given
  for (let i = 0; left > 0 && rest > 0; i = (i + 1) % rest) {
    const more = Math.min(
      left,
      Math.max(1, Math.floor((largest - (sizes[i] ?? 0)) / 4)),
      largest - (sizes[i] ?? 0),
    )
    sizes[i] = (sizes[i] ?? 0) + more
    left -= more
    if (more === 0 && sizes.every(size => size >= largest)) throw new Error('the largest tenant is too small')
  }
  return [largest, ...sizes].sort((a, b) => b - a)
}
