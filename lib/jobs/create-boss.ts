import { type ConstructorOptions, PgBoss } from 'pg-boss'

/** The queue's client, as portico_platform, which owns the tables in schema `jobs`. It never makes the schema itself. */
export function createBoss(
  platformUrl: string,
  options: Omit<ConstructorOptions, 'connectionString' | 'schema'> = {},
): PgBoss {
  return new PgBoss({
    connectionString: platformUrl,
    application_name: 'portico jobs',
    schema: 'jobs',
    createSchema: false,
    ...options,
  })
}
