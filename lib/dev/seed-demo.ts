import { sealFactorKey } from '@/lib/admins/factor-key'
import { fromBase32 } from '@/lib/admins/totp'
import { hashPassword } from '@/lib/auth/hash-password'
import { roleLabels } from '@/lib/auth/permissions'
import { asPlatform } from '@/lib/db/as-platform'
import { newId } from '@/lib/db/new-id'
import { demoFactorKey, demoPassword } from '@/lib/env/demo-values'
import { rollUpMetrics } from '@/lib/metrics/roll-up-metrics'
import { dateIn } from '@/lib/time/local-date'
import { demoAdmins, demoCompanies, emailAt } from './demo/companies'
import { liveBilling } from './demo/live-billing'
import { writeCompany } from './demo/write-company'
import type { DemoSignIn } from './print-welcome'

const seed = 20_260_101
const password = demoPassword

/** Everybody of the demo who can sign in, or, being suspended, is refused. */
export const demoSignIns: readonly DemoSignIn[] = [
  ...demoCompanies.flatMap(({ slug, name, admin, people }) =>
    [{ name: admin, role: 'admin' as const }, ...people].map(person => ({
      host: slug,
      company: name,
      role: roleLabels[person.role] + remark(person),
      email: emailAt(person.name, slug),
      password,
    })),
  ),
  ...demoAdmins.map(admin => ({
    host: 'admin',
    company: 'Portico platform',
    role: `Platform ${admin.role}`,
    email: emailAt(admin.name, 'portico'),
    password,
  })),
]

function remark({ limitedTo, suspended }: { limitedTo?: number; suspended?: boolean }): string {
  if (suspended) return ' (suspended)'
  return limitedTo ? ` (${limitedTo} associations)` : ''
}

/** Makes the demo's companies and the platform's people; what exists already is left as it is. */
export async function seedDemo(): Promise<void> {
  const passwordHash = await hashPassword(password)
  await asPlatform(tx =>
    tx.platformAdmin.createMany({
      data: demoAdmins.map(({ name, role }) => {
        const id = newId()
        const factorSecret = sealFactorKey(id, fromBase32(demoFactorKey))
        const email = emailAt(name, 'portico')
        return { id, name, role, email, passwordHash, factorSecret, factorEnrolledAt: new Date() }
      }),
      skipDuplicates: true,
    }),
  )
  for (const [index, company] of demoCompanies.entries()) await writeCompany(company, seed + index)
  await liveBilling()
  // The worker makes these every hour; nobody should find the overview empty until then.
  await rollUpMetrics(dateIn('UTC', new Date()), 150)
}
