import type { Prisma } from './generated/client'

/** A value that a `jsonb` column takes. */
export type Json = Prisma.InputJsonValue
