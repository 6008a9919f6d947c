import { z } from 'zod'
import { domainSchema } from '@/lib/domains/schema'
import { emailSchema } from '@/lib/people/schema'
import { slugSchema } from '@/lib/tenants/schema'

const name = z
  .string('A name is needed.')
  .trim()
  .min(2, 'Use at least 2 characters.')
  .max(120, 'Use at most 120 characters.')

const reason = z
  .string('Say why.')
  .trim()
  .min(3, 'Say why, in a few words.')
  .max(300, 'Keep it under 300 characters.')

const settings = z.strictObject({
  branding: z
    .strictObject({
      companyName: name.optional(),
      primaryColor: z
        .string()
        .toLowerCase()
        .regex(/^#[0-9a-f]{6}$/, 'A color is # and six hexadecimal digits.')
        .optional(),
    })
    .optional(),
  features: z
    .strictObject({
      enableHostawayIntegration: z.boolean('Use true or false.').optional(),
      enableSmsNotifications: z.boolean('Use true or false.').optional(),
    })
    .optional(),
})

const subscriptionTier = z.enum(['basic', 'pro', 'enterprise'], 'A tier is basic, pro or enterprise.')

/** Making a company: exactly this and nothing else. `id` is what the caller calls it. */
export const newOrganizationSchema = z.strictObject({
  id: z
    .string('An id is needed.')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      'Use 1 to 64 letters, digits, dots, hyphens and underscores; begin with a letter or a digit.',
    ),
  name,
  subdomain: slugSchema,
  domain: domainSchema.optional(),
  subscriptionTier,
  settings: settings.optional(),
})
export type NewOrganization = z.output<typeof newOrganizationSchema>

/** Changing a company. */
export const organizationChangeSchema = z
  .strictObject({
    name: name.optional(),
    subscriptionTier: subscriptionTier.optional(),
    settings: settings.optional(),
  })
  .refine(change => Object.keys(change).length > 0, 'There is nothing to change.')
export type OrganizationChange = z.output<typeof organizationChangeSchema>

/** Closing a company for a while, or asking for its deletion. */
export const reasonSchema = z.strictObject({ reason })

/** Inviting an admin. */
export const invitationSchema = z.strictObject({ email: emailSchema, name })

/** Which companies to list. */
export const organizationQuerySchema = z.strictObject({
  limit: z.coerce.number('Use a number.').int().min(1).max(100, 'At most 100 at once.').default(50),
  after: z.uuid('This is no cursor of this list.').optional(),
  status: z.enum(['provisioning', 'active', 'suspended', 'closed']).optional(),
})
export type OrganizationQuery = z.output<typeof organizationQuerySchema>
