import { type ConstructorOptions, PgBoss } from 'pg-boss'

/** The queue's client: portico_platform when it works, portico_owner when it is installed. It never makes the schema itself. */
export function createBoss(
  connectionString: string,
  options: Omit<ConstructorOptions, 'connectionString' | 'schema'> = {},
): PgBoss {
  return new PgBoss({
    connectionString,
    application_name: 'portico jobs',
    schema: 'jobs',
    createSchema: false,
    ...options,
  })
}
