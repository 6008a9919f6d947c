import { z } from 'zod'

/** A code of the authenticator app; spaces in the middle, as apps show it, do not matter. */
export const codeSchema = z.object({
  code: z
    .string()
    .transform(text => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, 'Enter the six digits of the code.')),
})

/** A code of the authenticator app, or one of the recovery codes. */
export const factorSchema = z.object({
  code: z
    .string()
    .transform(text => text.replace(/\s/g, '').toUpperCase())
    .pipe(
      z
        .string()
        .regex(
          /^([0-9]{6}|[A-Z2-7]{4}-?[A-Z2-7]{4}-?[A-Z2-7]{4})$/,
          'Enter the six digits of the code, or a recovery code like ABCD-EFGH-2345.',
        ),
    ),
})

const roles = ['owner', 'billing', 'support'] as const

/** Somebody invited to be a platform admin. */
export const inviteAdminSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(120),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('Enter an email address, like name@example.com.').max(254)),
  role: z.enum(roles, 'Choose a role.'),
})

export type InviteAdmin = z.output<typeof inviteAdminSchema>

/** Names an admin. */
export const adminIdSchema = z.object({ adminId: z.uuid() })

/** Another role for an admin. */
export const adminRoleSchema = z.object({ adminId: z.uuid(), role: z.enum(roles, 'Choose a role.') })

/** One session of an admin, or all. */
export const adminSessionSchema = z.object({ adminId: z.uuid(), sessionId: z.uuid().optional() })

/** One session of one's own. */
export const ownSessionSchema = z.object({ sessionId: z.uuid() })

/** A new password beside the one that is changed. */
export const adminPasswordSchema = z.object({
  current: z.string().min(1, 'Enter your password.').max(1000),
  password: z.string().min(1, 'Choose a new password.').max(1000),
})
