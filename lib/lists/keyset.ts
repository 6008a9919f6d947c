import { Prisma } from '@/lib/db/generated/client'
import type { Cursor } from './cursor'
import type { SortKey } from './define-list'

type Way = 'asc' | 'desc'
export type Place = { keys: readonly SortKey[]; id: Prisma.Sql; way: Way; backwards: boolean }

const types: Record<SortKey['kind'], Prisma.Sql> = {
  text: Prisma.sql`text`,
  choice: Prisma.sql`text`,
  number: Prisma.sql`bigint`,
  date: Prisma.sql`date`,
  instant: Prisma.sql`timestamptz`,
  flag: Prisma.sql`boolean`,
  id: Prisma.sql`uuid`,
}

const goesUp = ({ way, backwards }: Place) => (way === 'asc') !== backwards

/** ORDER BY for one way through the list; read backwards, nulls that come last come first. */
export function orderSql(place: Place): Prisma.Sql {
  const way = goesUp(place) ? Prisma.sql`asc` : Prisma.sql`desc`
  const nulls = place.backwards ? Prisma.sql`nulls first` : Prisma.sql`nulls last`
  const parts = place.keys.map(key =>
    key.nullable ? Prisma.sql`${key.sql} ${way} ${nulls}` : Prisma.sql`${key.sql} ${way}`,
  )
  return Prisma.join([...parts, Prisma.sql`${place.id} ${way}`], ', ')
}

type Step = { sql: Prisma.Sql; value: Prisma.Sql | null; nullable: boolean }

function steps(place: Place, cursor: Cursor): Step[] {
  const typed = (text: string, kind: SortKey['kind']) => Prisma.sql`${text}::text::${types[kind]}`
  return [
    ...place.keys.map((key, at) => {
      const text = cursor.values[at] ?? null
      return {
        sql: key.sql,
        value: text === null ? null : typed(text, key.kind),
        nullable: key.nullable === true,
      }
    }),
    { sql: place.id, value: typed(cursor.id, 'id'), nullable: false },
  ]
}

/** Strictly beyond one key's value, where empty values are the last in reading order. */
function beyond({ sql, value, nullable }: Step, sign: Prisma.Sql, backwards: boolean): Prisma.Sql {
  if (value === null) return backwards ? Prisma.sql`${sql} is not null` : Prisma.sql`false`
  const further = Prisma.sql`${sql} ${sign} ${value}`
  return nullable && !backwards ? Prisma.sql`(${further} or ${sql} is null)` : further
}

const same = ({ sql, value }: Step) =>
  value === null ? Prisma.sql`${sql} is null` : Prisma.sql`${sql} = ${value}`

/**
 * The condition for rows beyond the cursor. One row comparison where nothing is null, which an index answers; with
 * several keys the first is bounded as well, since a comparison over two tables cannot be.
 */
export function beyondSql(place: Place, cursor: Cursor): Prisma.Sql {
  const sign = goesUp(place) ? Prisma.sql`>` : Prisma.sql`<`
  const all = steps(place, cursor)
  if (all.every(step => !step.nullable)) {
    const left = Prisma.join(
      all.map(step => step.sql),
      ', ',
    )
    const right = Prisma.join(
      all.map(step => step.value ?? Prisma.sql`null`),
      ', ',
    )
    const row = Prisma.sql`(${left}) ${sign} (${right})`
    const [first] = all
    return all.length > 2 && first ? Prisma.sql`${row} and ${first.sql} ${sign}= ${first.value}` : row
  }
  const branches = all.map((step, at) =>
    Prisma.join([...all.slice(0, at).map(same), beyond(step, sign, place.backwards)], ' and '),
  )
  return Prisma.sql`(${Prisma.join(
    branches.map(branch => Prisma.sql`(${branch})`),
    ' or ',
  )})`
}
