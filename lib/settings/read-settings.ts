import type { TenantTx } from '@/lib/db/in-tenant'
import { type CommissionRule, commissionBases, type Messages, type Money, type Vat } from './rules'

/** Lets one change of the company's settings happen at a time, until the transaction ends. */
export async function holdSettings(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`select 1 from app.tenants for update`
}

/** Reads the company's profile, as its form shows it. */
export async function readProfile(tx: TenantTx) {
  const { name, supportEmail, supportPhone, locale, zone } = await tx.tenant.findFirstOrThrow()
  return { name, supportEmail, supportPhone, locale, zone }
}

/** Reads how the company reckons with money; what was never set is as the table's defaults say. */
export async function readMoney(tx: TenantTx): Promise<Money> {
  const { currency } = await tx.tenant.findFirstOrThrow({ select: { currency: true } })
  const row = await tx.setting.findFirst()
  if (!row) return { currency, vat: { mode: 'none' }, commission: { kind: 'none' }, statementFooter: '' }
  const { vatMode, vatRateBp, statementFooter } = row
  const taxed = vatMode === 'exclusive' || vatMode === 'inclusive'
  const vat: Vat = taxed ? { mode: vatMode, rateBp: vatRateBp } : { mode: 'none' }
  return { currency, vat, commission: ruleOf(row), statementFooter }
}

function ruleOf(row: {
  commissionOf: string | null
  commissionRateBp: number | null
  commissionFixedMinor: bigint | null
}): CommissionRule {
  if (row.commissionFixedMinor !== null) return { kind: 'fixed', amountMinor: row.commissionFixedMinor }
  const of = commissionBases.find(base => base === row.commissionOf)
  return of && row.commissionRateBp !== null
    ? { kind: 'percent', of, rateBp: row.commissionRateBp }
    : { kind: 'none' }
}

/** Reads who the company's emails come from, and its quiet hours. */
export async function readMessages(tx: TenantTx): Promise<Messages> {
  const row = await tx.setting.findFirst()
  const { senderName = null, replyTo = null, quietFromMinute, quietUntilMinute } = row ?? {}
  const quiet =
    typeof quietFromMinute === 'number' && typeof quietUntilMinute === 'number'
      ? { fromMinute: quietFromMinute, untilMinute: quietUntilMinute }
      : null
  return { senderName, replyTo, quiet }
}
