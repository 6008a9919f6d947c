import { z } from 'zod'
import { readPhone } from '@/lib/phone/read-phone'

const emailShape = z.email().max(254)

/** Reads an email address into the form in which it is kept: trimmed, lower case; null when it is none. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return emailShape.safeParse(email).success ? email : null
}

const optionalText = (most: number) =>
  z
    .string()
    .default('')
    .transform(text => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
    .transform(text => text || null)

const email = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const value = parseEmail(text)
    if (!value)
      context.addIssue({ code: 'custom', message: 'Write an email address such as name@example.com.' })
    return value
  })

const phone = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const value = readPhone(text)
    if (!value)
      context.addIssue({
        code: 'custom',
        message: 'Write a number such as (305) 555-0142; from abroad begin with + and the country code.',
      })
    return value
  })

const country = z
  .string()
  .default('')
  .transform(text => text.trim().toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{2})?$/, 'Use the two letters of the country, such as US.'))
  .transform(text => text || null)

const facts = {
  name: z
    .string()
    .transform(text => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'Write a name.').max(200, 'Use at most 200 characters.')),
  email,
  phone,
  mailingStreet: optionalText(200),
  mailingCity: optionalText(100),
  mailingRegion: optionalText(60),
  mailingPostalCode: optionalText(20),
  mailingCountry: country,
}

/** A new homeowner; `anyway` adds somebody although a like person is on record. */
export const addHomeownerSchema = z.object({ ...facts, anyway: z.string().optional() })

/** A homeowner's facts as they should be; `seen` is when the record was last changed as the form knew it. */
export const editHomeownerSchema = z.object({
  homeownerId: z.uuid(),
  seen: z.iso.datetime({ offset: true }),
  ...facts,
})

export const homeownerIdSchema = z.object({ homeownerId: z.uuid() })

/** Homeowners chosen in a list. */
export const homeownerIdsSchema = z.object({
  ids: z.array(z.uuid()).min(1, 'Choose at least one.').max(200),
})

export const findHomeownersSchema = z.object({ text: z.string().max(200) })

export type AddHomeowner = z.output<typeof addHomeownerSchema>
export type EditHomeowner = z.output<typeof editHomeownerSchema>
