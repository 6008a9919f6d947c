import { z } from 'zod'
import { emailSchema } from '@/lib/people/schema'
import { tierPlans } from '@/lib/plans/plan'
import { reservedSlugs } from '@/lib/tenancy/host'
import { isZone } from './rules'

/** The company's kinds, with the words for them. */
export const tenantKinds = [
  {
    value: 'associations',
    label: 'Community associations',
    description: 'HOAs and condominiums: boards, units and homeowners.',
  },
  {
    value: 'rentals',
    label: 'Vacation rentals',
    description: 'Properties you let to guests for their owners.',
  },
  { value: 'both', label: 'Both', description: 'Associations and rentals side by side.' },
] as const

/** A subdomain as typed: the shape is judged here, whether it is free by the directory. */
export const slugSchema = z
  .string('Choose an address.')
  .trim()
  .toLowerCase()
  .min(1, 'Choose an address.')
  .max(40, 'Use at most 40 characters.')
  .regex(/^[a-z0-9-]*$/, 'Use letters a–z, digits and hyphens only.')
  .regex(/^[^-].*[^-]$|^[^-]$/, 'Start and end with a letter or a digit.')
  .refine(slug => !slug.includes('--'), 'Use single hyphens.')
  .refine(slug => !reservedSlugs.has(slug), 'This address is reserved. Please choose another.')

/** Signing a company up. */
export const signUpSchema = z.object({
  company: z
    .string('Enter your company’s name.')
    .trim()
    .min(2, 'Enter your company’s name.')
    .max(120, 'Use at most 120 characters.'),
  slug: slugSchema,
  kind: z.enum(['associations', 'rentals', 'both'], 'Choose what your company manages.'),
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Choose a color.')
    .default('#2f5d50'),
  name: z
    .string('Enter your name.')
    .trim()
    .min(1, 'Enter your name.')
    .max(120, 'Use at most 120 characters.'),
  email: emailSchema,
  password: z
    .string('Choose a password.')
    .min(1, 'Choose a password.')
    .max(200, 'Use at most 200 characters.'),
  zone: z.string().refine(isZone).catch('America/New_York'),
})
export type SignUp = z.output<typeof signUpSchema>

/** Setting a company up for somebody, who is invited as its first admin. */
export const newCompanySchema = signUpSchema.omit({ accent: true, password: true, zone: true }).extend({
  company: z
    .string('Enter the company’s name.')
    .trim()
    .min(2, 'Enter the company’s name.')
    .max(120, 'Use at most 120 characters.'),
  kind: z.enum(['associations', 'rentals', 'both'], 'Choose what the company manages.'),
  name: z
    .string('Enter the first admin’s name.')
    .trim()
    .min(1, 'Enter the first admin’s name.')
    .max(120, 'Use at most 120 characters.'),
  plan: z.enum(['kind', ...tierPlans], 'Choose what the trial is of.'),
  zone: z.string().refine(isZone, 'Choose a time zone.'),
})
export type NewCompanyForm = z.output<typeof newCompanySchema>

/** Asking whether a subdomain is free. */
export const checkSlugSchema = z.object({ slug: slugSchema })

/** Finding one's portal by the company's address: its name before the domain, or the whole address. */
export const findByAddressSchema = z.object({
  address: z
    .string('Enter the address.')
    .trim()
    .toLowerCase()
    .min(1, 'Enter the address.')
    .max(300, 'This is too long.')
    .transform(text => text.replace(/^https?:\/\//, '').replace(/[/?#:].*$/, '')),
})

/** Finding one's portals by email. */
export const findByEmailSchema = z.object({ email: emailSchema })
