import { recordAudit } from '@/lib/audit/record-audit'
import type { SystemActor } from '@/lib/auth/actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { inTenant, type TenantId } from '@/lib/db/in-tenant'
import { demoPassword } from '@/lib/env/demo-values'
import { findTenant } from '@/lib/tenancy/find-tenant'
import { createTenant } from '@/lib/tenants/create-tenant'
import { chanceOf } from './chance'
import { type DemoCompany, emailAt } from './companies'
import { makeHomes } from './make-homes'
import { readAssociations, readRegister } from './read-associations'
import { takenOverAt, writeInvitations, writeRegisterFile, writeUsage } from './write-history'
import { type DatedHomes, writeAssociations, writeHomes } from './write-homes'
import { writePeople } from './write-people'

const patience = { timeoutMs: 120_000 }

async function signUp(company: DemoCompany): Promise<TenantId> {
  const known = await findTenant({ kind: 'tenant', slug: company.slug })
  if (known) return known.id
  const { slug, name, kind, accent, admin } = company
  const email = emailAt(admin, slug)
  const made = await createTenant({
    company: name,
    slug,
    kind,
    accent,
    name: admin,
    email,
    password: demoPassword,
    zone: 'America/New_York',
  })
  const tenant = await findTenant({ kind: 'tenant', slug })
  if (!made.ok || !tenant) throw new Error(`${slug}: ${made.ok ? 'not in the directory' : made.message}`)
  return tenant.id
}

const emptyHomes = (): DatedHomes => ({ units: [], owners: [], ownerships: [], seats: [] })

/**
 * Signs a demo company up and fills it: associations of the register, homes, owners, boards, people. One that has
 * associations already is left as it is.
 */
export async function writeCompany(company: DemoCompany, seed: number): Promise<void> {
  const tenantId = await signUp(company)
  const chance = chanceOf(seed)
  const actor: SystemActor = { kind: 'system', tenantId, purpose: 'demo' }
  const associations = readAssociations(company.slug)
  const passwordHash = await hashPassword(demoPassword)
  let number = 0
  const homes = associations.map(one => makeHomes(chance, one, () => ++number, new Date().getUTCFullYear()))
  const filled = await inTenant(
    { tenantId, system: actor.purpose },
    async tx => {
      if ((await tx.association.count()) > 0) return false
      await tx.tenant.updateMany({ data: { supportPhone: company.supportPhone } })
      await writeAssociations(tx, associations)
      const all = emptyHomes()
      for (const [index, one] of homes.entries()) {
        const createdAt = takenOverAt(index, homes.length)
        all.units.push(...one.units)
        all.owners.push(...one.owners.map(owner => ({ ...owner, createdAt })))
        all.ownerships.push(...one.ownerships)
        all.seats.push(...one.seats)
      }
      await writeHomes(tx, all)
      await writePeople(tx, actor, company, associations, passwordHash)
      await writeInvitations(tx, company.name)
      await writeRegisterFile(tx, `${company.slug}.csv`, readRegister(company.slug))
      for (const one of associations.slice(0, 8)) {
        await recordAudit(tx, actor, {
          action: 'association:added',
          subjectType: 'association',
          subjectId: one.id,
          subjectLabel: one.name,
          associationId: one.id,
        })
      }
      return true
    },
    patience,
  )
  if (filled) await writeUsage(tenantId, company.callsADay)
}
