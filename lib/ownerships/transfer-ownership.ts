import { ok, type Refusal, type Result, refuse } from '@/lib/action/result'
import type { Actor } from '@/lib/auth/actor'
import type { TenantTx } from '@/lib/db/in-tenant'
import { addHomeowner } from '@/lib/homeowners/add-homeowner'
import type { LocalDate } from '@/lib/time/local-date'
import { holdHomeowners } from './hold-homeowners'
import { openChange } from './open-change'
import { refuseHistory } from './refuse-history'
import { type NewOwner, planTransfer } from './rules'
import type { TransferInput, TransferOwner } from './schema'
import { writeChange } from './write-change'

type Owners = { ok: true; owners: NewOwner[]; names: Map<string, string> }

/** The fields of a refusal as those of one row of the form. */
const besideRow = (refusal: Refusal, row: number): Refusal => ({
  ...refusal,
  fields: Object.fromEntries(
    Object.entries(refusal.fields ?? {}).map(([name, text]) => [`${name}.${row}`, text]),
  ),
})

/** Adds an owner who is new here; an address that somebody already has is refused beside it. */
async function addOwner(
  tx: TenantTx,
  actor: Actor,
  { name, email }: { name: string; email: string | null },
  row: number,
): Promise<{ ok: true; id: string } | Refusal> {
  const blank = { phone: null, mailingStreet: null, mailingCity: null, mailingRegion: null }
  const facts = { name, email, ...blank, mailingPostalCode: null, mailingCountry: null }
  const added = await addHomeowner(tx, actor, { ...facts, anyway: email ? undefined : 'on' })
  if (!added.ok) return besideRow(added, row)
  if (added.value.homeownerId !== null) return { ok: true, id: added.value.homeownerId }
  const [known] = added.value.duplicates
  const sentence = `${known?.name} is on record already. Choose them from the list.`
  return refuse('invalid', { fields: { [`homeownerId.${row}`]: sentence } })
}

async function resolveOwners(
  tx: TenantTx,
  actor: Actor,
  wanted: readonly TransferOwner[],
): Promise<Owners | Refusal> {
  const ids = wanted.flatMap(owner => ('homeownerId' in owner ? owner.homeownerId : []))
  const held = new Map((await holdHomeowners(tx, ids)).map(homeowner => [homeowner.id, homeowner]))
  const names = new Map<string, string>()
  const owners: NewOwner[] = []
  for (const [row, owner] of wanted.entries()) {
    if (!('homeownerId' in owner)) {
      const added = await addOwner(tx, actor, owner, row)
      if (!added.ok) return added
      names.set(added.id, owner.name)
      owners.push({ homeownerId: added.id, share: owner.share })
      continue
    }
    const homeowner = held.get(owner.homeownerId)
    if (!homeowner) return refuse('not_found')
    if (homeowner.archived)
      return refuse('archived', { fields: { [`homeownerId.${row}`]: `${homeowner.name} is archived.` } })
    names.set(homeowner.id, homeowner.name)
    owners.push({ homeownerId: homeowner.id, share: owner.share })
  }
  return { ok: true, owners, names }
}

/**
 * Transfers a unit: from a day on it belongs to the new owners, until the next change already on record; whoever
 * owned it that day ends. The day may lie in the past or the future.
 * @returns the day on which later owners on record follow, if any; refusal 'not_found', 'archived', 'conflict',
 * 'shares_not_whole' with the sum, 'owner_twice', 'same_owners', 'starts_that_day', 'stays_beyond', or 'not_for_guests'
 * where one of them signs in
 */
export async function transferOwnership(
  tx: TenantTx,
  actor: Actor,
  input: TransferInput,
): Promise<Result<{ unitId: string; until: LocalDate | null }>> {
  const opened = await openChange(tx, input)
  if (!opened.ok) return opened
  const history = opened.value
  const resolved = await resolveOwners(tx, actor, input.owners)
  if (!resolved.ok) return resolved
  const names = new Map(history.periods.map(period => [period.homeownerId, period.name]))
  for (const [id, name] of resolved.names) names.set(id, name)
  const answer = planTransfer(history.periods, input.on, resolved.owners)
  if (!answer.ok) return refuseHistory(answer.problem, id => names.get(id) ?? '')
  const { plan } = answer
  const refused = await writeChange(tx, actor, 'ownership:transferred', {
    history,
    after: plan.history,
    names,
  })
  if (refused) return refused
  return ok({ unitId: history.unit.id, until: plan.until })
}
