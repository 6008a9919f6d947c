import { Prisma } from './generated/client'

/** SQL composed of text and values; values travel as parameters, never as text. */
export type Sql = Prisma.Sql

/** Composes SQL. */
export const sql = Prisma.sql

/** Joins pieces of SQL with a separator. */
export const joinSql = Prisma.join

/** SQL from text of our own; never from what somebody typed. */
export const rawSql = Prisma.raw

export const emptySql = Prisma.empty

/** A transaction that can read: a tenant's or the platform's. */
export type Reader = Pick<Prisma.TransactionClient, '$queryRaw'>
