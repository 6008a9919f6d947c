import type { Reason } from '@/lib/action/reasons'
import { type Refusal, refuse } from '@/lib/action/result'

type Mapped = { reason: Reason; field?: string; params?: Record<string, string> }

/** Which refusal a broken constraint means. A constraint that is not here is a surprise and is thrown. */
const constraints: Record<string, Mapped> = {
  users_tenant_id_email_key: { reason: 'taken', field: 'email', params: { what: 'This email address' } },
  associations_tenant_id_external_key_key: {
    reason: 'taken',
    field: 'externalKey',
    params: { what: 'This register number' },
  },
  units_tenant_id_association_id_label_key: {
    reason: 'taken',
    field: 'label',
    params: { what: 'This unit label' },
  },
  saved_views_tenant_id_user_id_list_name_key: {
    reason: 'taken',
    field: 'name',
    params: { what: 'This name' },
  },
  credentials_in_force: { reason: 'conflict' },
  credential_versions_in_use: { reason: 'conflict' },
  tenants_external_id_key: { reason: 'taken', field: 'externalId', params: { what: 'This id' } },
  domains_verified_host: { reason: 'taken', field: 'host', params: { what: 'This domain' } },
  tenants_slug_key: { reason: 'taken', field: 'slug', params: { what: 'This address' } },
  admins_email_key: { reason: 'taken', field: 'email', params: { what: 'This email address' } },
  admins_last_owner: { reason: 'last_owner' },
  ownerships_whole: { reason: 'shares_not_whole' },
  board_seats_one_holder: { reason: 'office_taken', field: 'title' },
}

type Layers = {
  message?: unknown
  code?: unknown
  constraint?: unknown
  detail?: unknown
  meta?: unknown
  cause?: unknown
}

/** Every object an error wraps: Prisma keeps the driver's own a few layers down. */
function* layers(error: unknown): Generator<Layers> {
  const seen = new Set<unknown>()
  const queue = [error]
  while (queue.length > 0) {
    const next = queue.shift()
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    const layer = next as Layers & Record<string, unknown>
    yield layer
    queue.push(layer.cause, layer.meta, layer.driverAdapterError, layer.constraint)
  }
}

const textOf = (layer: Layers): string =>
  [layer.message, layer.constraint, layer.detail].filter(part => typeof part === 'string').join(' ') +
  (Array.isArray((layer as Record<string, unknown>).fields) ? JSON.stringify(layer) : '')

/**
 * Turns a database error into the refusal people understand: a broken constraint of the list above, a lock or
 * statement time-out, a serialization failure, no free connection in time; null for anything else, which is then a
 * surprise.
 */
export function mapDatabaseError(error: unknown): Refusal | null {
  for (const layer of layers(error)) {
    const text = textOf(layer)
    const day = /on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? ''
    const named = Object.keys(constraints).find(name => text.includes(name))
    const known =
      named ??
      (text.includes('shares of the unit sum to') ? 'ownerships_whole' : undefined) ??
      (text.includes('the last owner stays') ? 'admins_last_owner' : undefined) ??
      (text.includes('the office of') ? 'board_seats_one_holder' : undefined)
    const mapped = known ? constraints[known] : undefined
    if (mapped) {
      const office = /the office of ([a-z-]+)/.exec(text)?.[1] ?? ''
      const refusal = refuse(mapped.reason, { params: { day, office, ...mapped.params } })
      return mapped.field ? { ...refusal, fields: { [mapped.field]: refusal.message } } : refusal
    }
    const code = String((layer as Record<string, unknown>).originalCode ?? layer.code ?? '')
    if (['55P03', '57014', '40001', '40P01', 'P2028', 'out_of_time'].includes(code)) return refuse('busy')
  }
  return null
}
