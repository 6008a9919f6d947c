import type { Problem } from './rule'

/** Migrations are named `NNNN-noun.sql`, each number once. */
export function migrationRule(names: string[]): Problem[] {
  const wrong = names
    .filter(name => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .map(name => ({ path: `sql/${name}`, message: 'is not named NNNN-noun.sql and would never be applied' }))
  const numbers = names.map(name => name.slice(0, 4))
  const twice = names
    .filter((_, index) => numbers.indexOf(numbers[index] ?? '') !== index)
    .map(name => ({ path: `sql/${name}`, message: `uses the number ${name.slice(0, 4)} a second time` }))
  return [...wrong, ...twice]
}
