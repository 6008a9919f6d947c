import { type Sql, sql } from '@/lib/db/sql'
import type { ListColumn } from './define-list'
import type { Filter } from './filter-value'

type Range = Extract<Filter, { is: 'range' }>

function numberRange(value: Sql, { from, to }: Range): Sql[] {
  return [
    ...(from === null ? [] : [sql`${value} >= ${from}::bigint`]),
    ...(to === null ? [] : [sql`${value} <= ${to}::bigint`]),
  ]
}

function dateRange(value: Sql, { from, to }: Range): Sql[] {
  return [
    ...(from === null ? [] : [sql`${value} >= ${from}::date`]),
    ...(to === null ? [] : [sql`${value} <= ${to}::date`]),
  ]
}

/** Whole days of the zone: from the first's midnight until the midnight after the last. */
function instantRange(value: Sql, { from, to }: Range, zone: string): Sql[] {
  return [
    ...(from === null ? [] : [sql`${value} >= (${from}::date::timestamp at time zone ${zone}::text)`]),
    ...(to === null ? [] : [sql`${value} < ((${to}::date + 1)::timestamp at time zone ${zone}::text)`]),
  ]
}

const types: Partial<Record<ListColumn['kind'], Sql>> = {
  id: sql`uuid`,
  flag: sql`boolean`,
}

function isOneOf(column: ListColumn, value: Sql, values: string[]): Sql {
  const type = types[column.kind] ?? sql`text`
  const [only] = values
  return values.length === 1
    ? sql`${value} = ${only}::text::${type}`
    : sql`${value} = any(${values}::${type}[])`
}

/** The conditions a filter stands for; `zone` says where a day begins for instants. */
export function filterSql(column: ListColumn, filter: Filter, zone: string): Sql[] {
  const { filter: by } = column
  if (typeof by === 'function') return filter.is === 'in' ? [by(filter.values)] : []
  const value = by === true || !by ? column.sql : by
  if (filter.is === 'empty') return [sql`${value} is null`]
  if (filter.is === 'set') return [sql`${value} is not null`]
  if (filter.is === 'in') return [isOneOf(column, value, filter.values)]
  if (column.kind === 'number' || column.kind === 'money') return numberRange(value, filter)
  return column.kind === 'date' ? dateRange(value, filter) : instantRange(value, filter, zone)
}
