import { isIP } from 'node:net'
import { z } from 'zod'
import { demoSecrets } from './demo-values'

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
const text = z.string().trim().min(1, 'is empty')
const switchedOn = z
  .enum(['0', '1'], 'must be 0 or 1')
  .default('0')
  .transform(value => value === '1')

const vaultKey = /^[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9+/]{43}=$/

/** Master keys of the credentials vault, the current one first: `id:base64 of 32 bytes`, separated by commas. */
const keyRing = z
  .string()
  .transform(value => value.split(',').map(part => part.trim()))
  .refine(
    parts => parts.every(part => vaultKey.test(part)),
    'must be id:key pairs separated by commas, each key 32 bytes in base64',
  )
  .transform(parts =>
    parts.map(part => {
      const [id = '', key = ''] = part.split(':')
      return { id, key: Buffer.from(key, 'base64') }
    }),
  )
  .refine(keys => new Set(keys.map(({ id }) => id)).size === keys.length, 'names one id twice')

const isNameServer = (text: string) => isIP(text.replace(/^\[(.*)\](:\d+)?$|^([^:]+):\d+$/, '$1$3')) > 0

const shape = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORTICO_DEMO: switchedOn,
  APP_DATABASE_URL: postgresUrl,
  PLATFORM_DATABASE_URL: postgresUrl,
  POOL_SIZE: z.coerce.number('must be the connections to keep, 1 to 200').int().min(1).max(200).default(10),
  ROOT_DOMAIN: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be a lower-case host name without a port')
    .default('localhost'),
  PORT: z.coerce.number('must be a port number').int().min(1).max(65535).default(3000),
  PUBLIC_ORIGIN: httpUrl.transform(value => new URL(value).origin),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  AUTH_TRUST_HOST: z.literal('1', 'must be 1, so that every tenant host answers for itself'),
  NEXTAUTH_URL: z.undefined('must stay unset: one address cannot serve every tenant').optional(),
  TRUST_PROXY: z.coerce
    .number('must be the number of proxies in front, 0 to 5')
    .int()
    .min(0)
    .max(5)
    .default(0),
  MAIL_FROM: text,
  RESEND_API_KEY: text,
  RESEND_BASE_URL: httpUrl.optional(),
  RESEND_WEBHOOK_SECRET: text.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number like +15551234567')
    .optional(),
  TWILIO_BASE_URL: httpUrl.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_BASE_URL: httpUrl.optional(),
  STRIPE_AUTOMATIC_TAX: switchedOn,
  HOSTAWAY_BASE_URL: httpUrl.optional(),
  ZAPIER_BASE_URL: httpUrl.optional(),
  VAULT_KEYS: keyRing,
  DNS_SERVERS: z
    .string()
    .transform(value => value.split(',').map(one => one.trim()))
    .refine(servers => servers.every(isNameServer), 'must be addresses with or without a port, with commas')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** What the process was started with. Twilio and Stripe may be absent; then their features say so. */
export type Env = z.output<typeof shape>

const togetherOrNotAtAll = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
] as const

/**
 * Reads the environment.
 * @throws one error whose message names every variable that is missing or wrong, never its value
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  const problems = parsed.success
    ? [...missingPartners(given), ...demoSecretsIn(parsed.data, given)]
    : parsed.error.issues.map(issue => {
        const name = String(issue.path[0])
        return `${name} ${given[name] === undefined ? 'is missing' : issue.message}`
      })
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The environment is not right:\n${problems.map(problem => `  - ${problem}`).join('\n')}`)
}

function missingPartners(given: Record<string, string | undefined>): string[] {
  return togetherOrNotAtAll
    .filter(group => group.some(name => given[name]))
    .flatMap(group => group.filter(name => !given[name]).map(name => `${name} is missing beside ${group[0]}`))
}

function demoSecretsIn(env: Env, given: Record<string, string | undefined>): string[] {
  if (env.NODE_ENV !== 'production' || env.PORTICO_DEMO) return []
  const secrets: string[] = Object.values(demoSecrets)
  return Object.entries(given)
    .filter(([name, value]) => name in shape.shape && secrets.some(secret => value?.includes(secret)))
    .map(([name]) => `${name} is a demo secret, which everybody knows: set one of your own`)
}

let current: Env | undefined

/** The environment of this process, read and checked on first use and then kept. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}
