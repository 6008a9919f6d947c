import type { PlatformTx } from '@/lib/db/as-platform'
import { deadLetters } from './job-names'

export type DeadLetter = {
  id: string
  queue: string | null
  jobId: string | null
  data: Record<string, unknown>
  error: string | null
  tries: number
  queuedAt: Date | null
  diedAt: Date
  tenant: { id: string; name: string; slug: string } | null
}

const uuid = /^[0-9a-f-]{36}$/

/** Reads one dead letter; null when there is none. */
export async function readDeadLetter(tx: PlatformTx, id: string): Promise<DeadLetter | null> {
  if (!uuid.test(id)) return null
  const [row] = await tx.$queryRaw<DeadLetter[]>`
    select d.id::text, d.source_name as queue, d.source_id::text as "jobId", d.data,
      coalesce(d.output ->> 'message', d.output -> 'value' ->> 'message', d.output::text) as error,
      coalesce(d.source_retry_count, 0) + 1 as tries, d.source_created_on as "queuedAt", d.created_on as "diedAt",
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'slug', t.slug) end as tenant
    from jobs.job d left join platform.tenants t on t.id::text = d.data ->> 'tenantId'
    where d.name = ${deadLetters} and d.state = 'created' and d.id = ${id}::uuid`
  return row ?? null
}
