import { z } from 'zod'
import { parseLocalDate } from '@/lib/time/local-date'

const needed = (sentence: string, most = 500) =>
  z.string(sentence).trim().min(1, sentence).max(most, `Use at most ${most} characters.`)

const shaped = (pattern: RegExp, sentence: string) => needed(sentence).regex(pattern, sentence)

const orNone = <S extends z.ZodType<string>>(schema: S) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional())

const address = needed('Enter an email address.').pipe(
  z.email('Enter an email address, like name@example.com.').max(254, 'This address is too long.'),
)
const password = z.string('Enter the password.').min(1, 'Enter the password.').max(500)
const signingSecret = shaped(
  /^whsec_[A-Za-z0-9+/=_-]{8,}$/,
  'Enter the signing secret; it starts with whsec_.',
)

/** What the key of each service consists of. */
export const valueSchemas = {
  resend: z.object({
    apiKey: shaped(/^re_[A-Za-z0-9_-]{8,}$/, 'Enter an API key of Resend; it starts with re_.'),
    from: address,
    webhookSecret: orNone(signingSecret),
  }),
  twilio: z.object({
    accountSid: shaped(/^AC[0-9a-f]{32}$/i, 'Enter the account SID: AC and 32 hexadecimal digits.'),
    authToken: shaped(/^[A-Za-z0-9_]{16,64}$/, 'Enter the auth token from the Twilio console.'),
    from: shaped(/^\+[1-9]\d{6,14}$/, 'Enter a number like +13055550123.'),
  }),
  stripe: z.object({
    secretKey: shaped(/^[sr]k_(test|live)_\w{8,}$/, 'Enter a secret key; it starts with sk_ or rk_.'),
    webhookSecret: orNone(signingSecret),
  }),
  smtp: z.object({
    host: shaped(
      /^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
      'Enter the server’s name, like smtp.example.com.',
    ),
    port: z.enum(['587', '465', '2525', '25'], 'Choose a port.'),
    username: needed('Enter the user name.'),
    password,
    from: address,
  }),
  hostaway: z.object({
    accountId: shaped(/^\d{1,20}$/, 'Enter the account ID: digits only.'),
    apiKey: needed('Enter the API key.'),
  }),
  pea: z.object({
    customerNumber: shaped(/^\d{9,15}$/, 'Enter the customer number: digits only.'),
    password,
  }),
  zapier: z.object({
    hookUrl: shaped(
      /^https:\/\/hooks\.zapier\.com\/[A-Za-z0-9/_-]+$/,
      'Enter the hook’s address; it starts with https://hooks.zapier.com/.',
    ),
    secret: orNone(needed('Enter the secret.')),
  }),
} as const

/** The opened key of a service, field by field. */
export type KeyValues = { [P in keyof typeof valueSchemas]: z.output<(typeof valueSchemas)[P]> }

const about = {
  label: z.string().trim().max(80, 'Use at most 80 characters.').default(''),
  scopes: z
    .string()
    .default('')
    .transform(text => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
    .refine(list => list.length <= 20, 'Name at most 20 scopes.')
    .refine(list => list.every(scope => scope.length <= 60), 'Use at most 60 characters for each scope.'),
  expiresOn: z
    .string()
    .default('')
    .transform((text, context) => {
      const date = text === '' ? null : parseLocalDate(text)
      if (text !== '' && date === null) context.addIssue({ code: 'custom', message: 'Enter a date.' })
      return date
    }),
}

const entry = <P extends keyof typeof valueSchemas>(provider: P) =>
  z.object({ provider: z.literal(provider), ...about, ...valueSchemas[provider].shape })

/** Entering a key: the first of a service, or one that shall replace it. */
export const enterKeySchema = z
  .discriminatedUnion('provider', [
    entry('resend'),
    entry('twilio'),
    entry('stripe'),
    entry('smtp'),
    entry('hostaway'),
    entry('pea'),
    entry('zapier'),
  ])
  .transform(({ provider, label, scopes, expiresOn, ...values }) => ({
    provider,
    label,
    scopes,
    expiresOn,
    values: Object.fromEntries(Object.entries(values).filter(each => typeof each[1] === 'string')),
  }))
export type EnterKey = z.output<typeof enterKeySchema>

/** Changing what is known about a key, without another secret. */
export const describeKeySchema = z.object({ versionId: z.uuid(), ...about })
export type DescribeKey = z.output<typeof describeKeySchema>

/** Naming one entered key. */
export const keySchema = z.object({ versionId: z.uuid() })

/** Naming a service's credential. */
export const credentialSchema = z.object({ credentialId: z.uuid() })
