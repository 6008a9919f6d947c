import { z } from 'zod'
import { roles } from '@/lib/auth/permissions'

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

const phoneSchema = z
  .string()
  .trim()
  .max(40, 'Use at most 40 characters.')
  .regex(/^$|^\+?[\d\s().-]{7,}( ?(x|ext\.?) ?\d{1,6})?$/i, 'Enter a phone number, like +1 305 555 0123.')
  .transform(text => text || null)
  .nullish()

/** Asking for a one-time link, and where it should lead. */
export const askLinkSchema = z.object({ email: emailSchema, next: z.string().max(500).optional() })

/** Inviting a colleague. */
export const inviteSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  phone: phoneSchema,
  role: z.enum(roles, 'Choose a role.'),
})

/** A person's own profile. */
export const profileSchema = z.object({ name: nameSchema, phone: phoneSchema })

/** Changing one's own password; `current` is empty for somebody who has none yet. */
export const changePasswordSchema = z.object({
  current: z.string().max(1000).default(''),
  password: z.string('Choose a new password.').min(1, 'Choose a new password.').max(1000),
})

/** Ending one session. */
export const sessionSchema = z.object({ sessionId: z.uuid() })
