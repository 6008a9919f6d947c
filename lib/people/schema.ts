import { z } from 'zod'
import { permissions, roles } from '@/lib/auth/permissions'
import { readPhone } from '@/lib/phone/read-phone'

import { colleagueRoles } from './rules'

/** An email address as people type it, kept in lower case. */
export const emailSchema = z
  .string('Enter an email address.')
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address, like name@example.com.').max(254, 'This address is too long.'))

const nameSchema = z
  .string('Enter a name.')
  .trim()
  .min(1, 'Enter a name.')
  .max(120, 'Use at most 120 characters.')

/** A phone number as people type it, kept in E.164; null when left empty. */
const phoneSchema = z
  .string()
  .trim()
  .max(60, 'This number is too long.')
  .transform((text, context) => {
    const phone = text && readPhone(text)
    if (phone === null)
      context.addIssue({ code: 'custom', message: 'Enter a phone number, like (305) 555-0123.' })
    return phone || null
  })
  .nullish()

/** Asking for a one-time link, and where it should lead. */
export const askLinkSchema = z.object({ email: emailSchema, next: z.string().max(500).optional() })

const userId = z.uuid('Choose a person.')
const scope = z.enum(['all', 'chosen'], 'Choose which associations.')
const associationIds = z.array(z.uuid()).max(2_000, 'Choose at most 2,000 associations.').default([])

/** Inviting a colleague. */
export const inviteSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  phone: phoneSchema,
  role: z.enum(colleagueRoles, 'Choose a role.'),
  scope,
  associationIds,
})

/** Naming a person. */
export const personSchema = z.object({ userId })

/** Giving a person another role. */
export const roleSchema = z.object({ userId, role: z.enum(roles, 'Choose a role.') })

/** Everything a person of the role that was shown may do; what is not named they may not. */
export const permissionsSchema = z.object({
  userId,
  role: z.enum(roles),
  allowed: z.array(z.enum(permissions)).default([]),
})

/** Limiting a colleague to some associations. */
export const limitSchema = z.object({ userId, scope, associationIds })

/** Ending one of somebody's sessions. */
export const theirSessionSchema = z.object({ userId, sessionId: z.uuid() })

/** Looking for associations by name. */
export const findAssociationsSchema = z.object({ q: z.string().max(100).default('') })

/** A person's own profile. */
export const profileSchema = z.object({ name: nameSchema, phone: phoneSchema })

/** Changing one's own password; `current` is empty for somebody who has none yet. */
export const changePasswordSchema = z.object({
  current: z.string().max(1000).default(''),
  password: z.string('Choose a new password.').min(1, 'Choose a new password.').max(1000),
})

/** Ending one session. */
export const sessionSchema = z.object({ sessionId: z.uuid() })
