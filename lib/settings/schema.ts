import { z } from 'zod'
import { minorExponent } from '@/lib/money/currency'
import { readDecimal } from '@/lib/money/decimal'
import { emailSchema } from '@/lib/people/schema'
import { isZone } from '@/lib/tenants/rules'
import {
  type CommissionRule,
  commissionBases,
  currencies,
  locales,
  type Messages,
  type Money,
  type Vat,
} from './rules'

/** What the form was filled from, so that nobody overwrites what they have not seen. */
const seen = z.string().max(100).default('')
/** Plain text of several lines, without what only a machine would read. */
const tidyLines = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim()
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
  seen,
})
export type Profile = Omit<z.output<typeof profileSchema>, 'seen'>

/** A percentage as basis points, of at least `least`. */
const percent = (least: number) =>
  z
    .string('Enter a percentage.')
    .transform(text => Number(readDecimal(text.replace(/\s*%\s*$/, ''), 2) ?? -1))
    .refine(rate => rate >= least && rate <= 10_000, 'Enter a percentage, like 7.5.')

/** What the company keeps of a booking. */
const commissionSchema = z.discriminatedUnion('commission', [
  z.object({ commission: z.literal('none') }),
  z.object({
    commission: z.literal('percent'),
    commissionOf: z.enum(commissionBases, 'Choose what it is a share of.'),
    commissionRate: percent(0),
  }),
  z.object({ commission: z.literal('fixed'), commissionAmount: z.string('Enter an amount.').max(20) }),
])

/** Money and tax, as typed into the form. */
export const moneySchema = z
  .object({
    currency: z.enum(
      currencies.map(currency => currency.value),
      'Choose a currency.',
    ),
    statementFooter: z.string().max(1_000, 'Use at most 1,000 characters.').transform(tidyLines),
    seen,
  })
  .and(
    z.discriminatedUnion('vatMode', [
      z.object({ vatMode: z.literal('none') }),
      z.object({ vatMode: z.enum(['exclusive', 'inclusive']), vatRate: percent(1) }),
    ]),
  )
  .and(commissionSchema)
  .transform((form, context): { money: Money; seen: string } => {
    const { currency, statementFooter } = form
    const vat: Vat = form.vatMode === 'none' ? { mode: 'none' } : { mode: form.vatMode, rateBp: form.vatRate }
    const commission = commissionOf(form)
    if (!commission) {
      context.addIssue({
        code: 'custom',
        path: ['commissionAmount'],
        message: 'Enter an amount, like 25.00.',
      })
      return z.NEVER
    }
    return { money: { currency, statementFooter, vat, commission }, seen: form.seen }
  })

function commissionOf(form: z.output<typeof commissionSchema> & { currency: string }): CommissionRule | null {
  if (form.commission === 'none') return { kind: 'none' }
  if (form.commission === 'percent')
    return { kind: 'percent', of: form.commissionOf, rateBp: form.commissionRate }
  const amountMinor = readDecimal(form.commissionAmount, minorExponent(form.currency))
  return amountMinor === null ? null : { kind: 'fixed', amountMinor }
}

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 21:00.')
  .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
  .optional()

/** Who emails come from, and when people are left alone. */
export const messagesSchema = z
  .object({
    senderName: z
      .string()
      .trim()
      .max(80, 'Use at most 80 characters.')
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}"<>\\]*$/u, 'Leave out quotation marks, < and >.')
      .transform(emptyAsNull),
    replyTo: z.string().transform(emptyAsNull).pipe(emailSchema.nullable()),
    quiet: z.literal('on').optional(),
    quietFrom: timeOfDay,
    quietUntil: timeOfDay,
    seen,
  })
  .transform((form, context): { messages: Messages; seen: string } => {
    const { senderName, replyTo, quietFrom: fromMinute = 0, quietUntil: untilMinute = 0 } = form
    if (form.quiet && fromMinute === untilMinute) {
      context.addIssue({
        code: 'custom',
        path: ['quietUntil'],
        message: 'Choose another time than the start.',
      })
      return z.NEVER
    }
    const quiet = form.quiet ? { fromMinute, untilMinute } : null
    return { messages: { senderName, replyTo, quiet }, seen: form.seen }
  })

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
