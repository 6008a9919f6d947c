import { asPlatform } from '@/lib/db/as-platform'
import type { TenantId, TenantTx } from '@/lib/db/in-tenant'
import { readContent } from '@/lib/messaging/rules'
import { subjectOf } from '@/lib/messaging/wording'
import { meterTenant } from '@/lib/usage/meter-tenant'

/** For how long the demo's companies have been with Portico. */
const days = 120

/** When a company took over its associations: one after the other, the last of them three weeks ago. */
export function takenOverAt(index: number, count: number): Date {
  return new Date(Date.now() - (days - Math.floor(((days - 21) * index) / Math.max(1, count))) * 86_400_000)
}

/** When a company's people joined it: about two weeks apart. */
export function joinedAt(index: number): Date {
  return new Date(Date.now() - Math.max(3, days - 13 * index) * 86_400_000)
}

/** Writes the invitations that brought homeowners to the portal, as they were delivered. */
export async function writeInvitations(tx: TenantTx, company: string): Promise<void> {
  const data = { name: 'Owner', invitedBy: company, url: 'https://portico.example', expiresInDays: 7 }
  const subject = subjectOf(readContent('invitation', data, null), company)
  await tx.$executeRaw`
    insert into app.messages (channel, template, recipient, subject, data, user_id, homeowner_id, key, status, attempts,
      created_at, sending_at, sent_at, delivered_at)
    select 'email', 'invitation', u.email, ${subject},
      jsonb_build_object('name', u.name, 'invitedBy', ${company}::text, 'expiresInDays', 7),
      u.id, h.id, 'demo invitation ' || u.id, 'delivered', 1, u.invited_at, u.invited_at + interval '1 second',
      u.invited_at + interval '2 seconds', u.invited_at + interval '9 seconds'
    from app.users u join app.homeowners h on h.tenant_id = u.tenant_id and h.user_id = u.id
    where u.invited_at is not null`
}

/** Keeps the file the company's associations came from. */
export async function writeRegisterFile(tx: TenantTx, name: string, bytes: Uint8Array): Promise<void> {
  const at = takenOverAt(0, 1)
  const { id } = await tx.file.create({
    data: {
      name,
      purpose: 'document',
      mediaType: 'text/csv',
      sizeBytes: BigInt(bytes.length),
      createdAt: at,
      completedAt: at,
    },
    select: { id: true },
  })
  await tx.fileChunk.createMany({ data: [{ fileId: id, position: 0, bytes: Uint8Array.from(bytes) }] })
}

/** Writes the calls that a company's own programs made on working days, and meters all its days so far. */
export async function writeUsage(tenantId: TenantId, callsADay: number): Promise<void> {
  await asPlatform(async tx => {
    await tx.$executeRaw`
      update platform.accounts set created_at = now() - ${days}::int * interval '1 day' where tenant_id = ${tenantId}::uuid`
    await tx.$executeRaw`
      insert into platform.api_calls (tenant_id, on_day, counter_id, calls)
      select ${tenantId}::uuid, d::date, gen_random_uuid(), ${callsADay}::int * (60 + abs(hashtext(d::text)) % 80) / 100
      from generate_series(now() - interval '70 days', now() - interval '1 day', interval '1 day') d
      where ${callsADay}::int > 0 and extract(isodow from d) < 6`
  })
  await meterTenant(tenantId, new Date())
}
