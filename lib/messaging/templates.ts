import { z } from 'zod'

const name = z.string().min(1)
const url = z.url({ protocol: /^https?$/ })

/** What each template needs. A field of kind `secret` is a one-time link: kept apart and removed once sent. */
export const templateSchemas = {
  welcome: z.object({ name, signInUrl: url }),
  // A homeowner reads which homes it is about, for few know their association's manager by name.
  invitation: z.object({
    name,
    invitedBy: name,
    url,
    expiresInDays: z.int().positive(),
    homes: name.optional(),
  }),
  'sign-in-link': z.object({ name, url, expiresInMinutes: z.int().positive() }),
  'password-reset': z.object({ name, url, expiresInMinutes: z.int().positive() }),
  // What the company's admins must know of their account, limits or keys; paragraphs are parted by a blank line.
  notice: z.object({ name, subject: name, body: name, url, action: name }),
} as const

export type TemplateName = keyof typeof templateSchemas
export type TemplateData = { [N in TemplateName]: z.output<(typeof templateSchemas)[N]> }

/** A template with its data. */
export type Content = { [N in TemplateName]: { template: N; data: TemplateData[N] } }[TemplateName]

export const templateNames = Object.keys(templateSchemas) as TemplateName[]

/** What people call the templates. */
export const templateLabels: Record<TemplateName, string> = {
  welcome: 'Welcome',
  invitation: 'Invitation',
  'sign-in-link': 'Sign-in link',
  'password-reset': 'Password reset',
  notice: 'Notice to admins',
}

/** Fields that let whoever reads them in. */
export const secretFields: Record<TemplateName, readonly string[]> = {
  welcome: [],
  invitation: ['url'],
  'sign-in-link': ['url'],
  'password-reset': ['url'],
  notice: [],
}

/**
 * Fields for the recipient alone. Staff who see the message because they meet the recipient may not see all of a
 * recipient's homes.
 */
export const privateFields: Partial<Record<TemplateName, readonly string[]>> = { invitation: ['homes'] }
