import { Prisma } from '@/lib/db/generated/client'
import type { ListColumn } from './define-list'
import type { Filter } from './filter-value'

type Range = Extract<Filter, { is: 'range' }>

function numberRange(value: Prisma.Sql, { from, to }: Range): Prisma.Sql[] {
  return [
    ...(from === null ? [] : [Prisma.sql`${value} >= ${from}::bigint`]),
    ...(to === null ? [] : [Prisma.sql`${value} <= ${to}::bigint`]),
  ]
}

function dateRange(value: Prisma.Sql, { from, to }: Range): Prisma.Sql[] {
  return [
    ...(from === null ? [] : [Prisma.sql`${value} >= ${from}::date`]),
    ...(to === null ? [] : [Prisma.sql`${value} <= ${to}::date`]),
  ]
}

/** Whole days of the zone: from the first's midnight until the midnight after the last. */
function instantRange(value: Prisma.Sql, { from, to }: Range, zone: string): Prisma.Sql[] {
  return [
    ...(from === null ? [] : [Prisma.sql`${value} >= (${from}::date::timestamp at time zone ${zone}::text)`]),
    ...(to === null
      ? []
      : [Prisma.sql`${value} < ((${to}::date + 1)::timestamp at time zone ${zone}::text)`]),
  ]
}

const types: Partial<Record<ListColumn['kind'], Prisma.Sql>> = {
  id: Prisma.sql`uuid`,
  flag: Prisma.sql`boolean`,
}

function isOneOf(column: ListColumn, value: Prisma.Sql, values: string[]): Prisma.Sql {
  const type = types[column.kind] ?? Prisma.sql`text`
  const [only] = values
  return values.length === 1
    ? Prisma.sql`${value} = ${only}::text::${type}`
    : Prisma.sql`${value} = any(${values}::${type}[])`
}

/** The conditions a filter stands for; `zone` says where a day begins for instants. */
export function filterSql(column: ListColumn, filter: Filter, zone: string): Prisma.Sql[] {
  const { filter: by } = column
  if (typeof by === 'function') return filter.is === 'in' ? [by(filter.values)] : []
  const value = by === true || !by ? column.sql : by
  if (filter.is === 'empty') return [Prisma.sql`${value} is null`]
  if (filter.is === 'set') return [Prisma.sql`${value} is not null`]
  if (filter.is === 'in') return [isOneOf(column, value, filter.values)]
  if (column.kind === 'number') return numberRange(value, filter)
  return column.kind === 'date' ? dateRange(value, filter) : instantRange(value, filter, zone)
}
