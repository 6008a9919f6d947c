import { joinSql, type Sql, sql } from '@/lib/db/sql'
import type { Cursor } from './cursor'
import type { SortKey } from './define-list'

type Way = 'asc' | 'desc'
export type Place = { keys: readonly SortKey[]; id: Sql; way: Way; backwards: boolean }

const types: Record<SortKey['kind'], Sql> = {
  text: sql`text`,
  choice: sql`text`,
  number: sql`bigint`,
  date: sql`date`,
  instant: sql`timestamptz`,
  flag: sql`boolean`,
  id: sql`uuid`,
}

const goesUp = ({ way, backwards }: Place) => (way === 'asc') !== backwards

/** ORDER BY for one way through the list; read backwards, nulls that come last come first. */
export function orderSql(place: Place): Sql {
  const way = goesUp(place) ? sql`asc` : sql`desc`
  const nulls = place.backwards ? sql`nulls first` : sql`nulls last`
  const parts = place.keys.map(key =>
    key.nullable ? sql`${key.sql} ${way} ${nulls}` : sql`${key.sql} ${way}`,
  )
  return joinSql([...parts, sql`${place.id} ${way}`], ', ')
}

type Step = { key: Sql; value: Sql | null; nullable: boolean }

function steps(place: Place, cursor: Cursor): Step[] {
  const typed = (text: string, kind: SortKey['kind']) => sql`${text}::text::${types[kind]}`
  return [
    ...place.keys.map((key, at) => {
      const text = cursor.values[at] ?? null
      return {
        key: key.sql,
        value: text === null ? null : typed(text, key.kind),
        nullable: key.nullable === true,
      }
    }),
    { key: place.id, value: typed(cursor.id, 'id'), nullable: false },
  ]
}

/** Strictly beyond one key's value, where empty values are the last in reading order. */
function beyond({ key, value, nullable }: Step, sign: Sql, backwards: boolean): Sql {
  if (value === null) return backwards ? sql`${key} is not null` : sql`false`
  const further = sql`${key} ${sign} ${value}`
  return nullable && !backwards ? sql`(${further} or ${key} is null)` : further
}

const same = ({ key, value }: Step) => (value === null ? sql`${key} is null` : sql`${key} = ${value}`)

/**
 * The condition for rows beyond the cursor. One row comparison where nothing is null, which an index answers; with
 * several keys the first is bounded as well, since a comparison over two tables cannot be.
 */
export function beyondSql(place: Place, cursor: Cursor): Sql {
  const sign = goesUp(place) ? sql`>` : sql`<`
  const all = steps(place, cursor)
  if (all.every(step => !step.nullable)) {
    const left = joinSql(
      all.map(step => step.key),
      ', ',
    )
    const right = joinSql(
      all.map(step => step.value ?? sql`null`),
      ', ',
    )
    const row = sql`(${left}) ${sign} (${right})`
    const [first] = all
    return all.length > 2 && first ? sql`${row} and ${first.key} ${sign}= ${first.value}` : row
  }
  const branches = all.map((step, at) =>
    joinSql([...all.slice(0, at).map(same), beyond(step, sign, place.backwards)], ' and '),
  )
  return sql`(${joinSql(
    branches.map(branch => sql`(${branch})`),
    ' or ',
  )})`
}
