import type { TenantTx } from '@/lib/db/in-tenant'

/** Makes the company's row when its settings are saved as they are by default: then that is what it chose. The settings must be held. */
export async function confirmSettings(tx: TenantTx): Promise<void> {
  await tx.$executeRaw`insert into app.settings default values on conflict do nothing`
}
