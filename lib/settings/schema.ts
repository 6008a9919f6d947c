import { z } from 'zod'
import { emailSchema } from '@/lib/people/schema'
import { isZone } from '@/lib/tenants/rules'
import { currencies, locales } from './rules'

const emptyAsNull = (text: string) => (text.trim() === '' ? null : text)

/** The company's profile. */
export const profileSchema = z.object({
  name: z
    .string('Enter the company’s name.')
    .trim()
    .min(1, 'Enter the company’s name.')
    .max(120, 'Use at most 120 characters.'),
  supportEmail: z.string().transform(emptyAsNull).pipe(emailSchema.nullable()),
  supportPhone: z
    .string()
    .trim()
    .max(40, 'Use at most 40 characters.')
    .regex(/^$|^\+?[\d\s().-]{7,}( ?(x|ext\.?) ?\d{1,6})?$/i, 'Enter a phone number, like +1 305 555 0123.')
    .transform(emptyAsNull),
  locale: z.enum(
    locales.map(locale => locale.value),
    'Choose a language.',
  ),
  zone: z.string().refine(isZone, 'Choose a time zone.'),
  currency: z.enum(
    currencies.map(currency => currency.value),
    'Choose a currency.',
  ),
})
export type Profile = z.output<typeof profileSchema>

/** The company's accent color. */
export const accentSchema = z.object({
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Choose a color.'),
})

/** Largest logo taken, in bytes: what a server action receives, less the form around it. */
export const logoBytes = 1_000_000

/** A logo as chosen; what it really is, its content says. */
export const logoSchema = z.object({
  logo: z
    .instanceof(File, { error: 'Choose a picture.' })
    .refine(file => file.size > 0, 'Choose a picture.')
    .refine(file => file.size <= logoBytes, 'Use a picture of at most 1 MB.'),
})
