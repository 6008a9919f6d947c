import pg from 'pg'

/**
 * Lets a demo company have begun at an instant in the past: its directory entry, its set-up and the first step of its
 * account, which nobody but the tables' owner could date otherwise.
 */
export async function backdateCompany(tenantId: string, began: Date): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('set local role portico_owner')
    await owner.query('alter table platform.state_changes disable trigger state_changes_append_only')
    await owner.query(`update platform.state_changes set at = $2 where tenant_id = $1 and event = 'opened'`, [
      tenantId,
      began,
    ])
    await owner.query('alter table platform.state_changes enable trigger state_changes_append_only')
    await owner.query('update platform.tenants set created_at = $2 where id = $1', [tenantId, began])
    await owner.query(
      `update platform.provisioning_runs set started_at = $2, finished_at = $2::timestamptz + (finished_at - started_at)
        where tenant_id = $1`,
      [tenantId, began],
    )
    await owner.query('commit')
  } finally {
    await owner.end()
  }
}
