import { ok, type Result, refuse } from '@/lib/action/result'
import { hashPassword } from '@/lib/auth/hash-password'
import { judgePassword } from '@/lib/auth/judge-password'
import { provisionCompany } from './provision-company'
import { resumeSignUp } from './resume-sign-up'
import type { SignUp } from './schema'

/** A company that now exists, and the one-time token that signs its first admin in. */
export type CreatedTenant = { slug: string; token: string }

/**
 * Signs a company up. When any step fails nothing stays behind. The same sign-up sent twice makes one company and
 * answers the same.
 * @returns refusal 'weak_password' or 'taken' with the sentence for the field, or 'not_set_up'
 */
export async function createTenant(input: SignUp): Promise<Result<CreatedTenant>> {
  const { company, slug, kind, accent, zone, name, email, password } = input
  const weak = await judgePassword(password, [name, email, company, slug])
  if (weak) return refuse('weak_password', { fields: { password: weak } })
  const admin = { name, email, passwordHash: await hashPassword(password) }
  const made = await provisionCompany({ via: 'sign-up', name: company, slug, kind, accent, zone, admin })
  if (made.ok && made.value.token) return ok({ slug, token: made.value.token })
  if (made.ok || made.reason !== 'taken') return made.ok ? refuse('busy') : made
  const token = await resumeSignUp(input)
  return token ? ok({ slug, token }) : made
}
