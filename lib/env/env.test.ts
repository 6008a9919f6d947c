import { describe, expect, it } from 'vitest'
import { demoSecrets } from './demo-values'
import { readEnv } from './env'

const complete = {
  NODE_ENV: 'production',
  APP_DATABASE_URL: 'postgres://portico_app:one@db.example/portico',
  PLATFORM_DATABASE_URL: 'postgres://portico_platform:two@db.example/portico',
  ROOT_DOMAIN: 'portico.example',
  PUBLIC_ORIGIN: 'https://portico.example/',
  NEXTAUTH_SECRET: '0123456789abcdef0123456789abcdef',
  AUTH_TRUST_HOST: '1',
  MAIL_FROM: 'Portico <hello@portico.example>',
  RESEND_API_KEY: 're_real',
  VAULT_KEYS: `key-1:${Buffer.alloc(32, 1).toString('base64')}`,
}

describe('readEnv', () => {
  it('fills in defaults and keeps only the origin of the public address', () => {
    expect(readEnv(complete)).toMatchObject({
      PORT: 3000,
      PORTICO_DEMO: false,
      TRUST_PROXY: 0,
      PUBLIC_ORIGIN: 'https://portico.example',
    })
  })

  it('names every bad variable at once, and no value', () => {
    const broken = { ...complete, APP_DATABASE_URL: 'mysql://secret', PORT: 'many', MAIL_FROM: '' }
    expect(() => readEnv(broken)).toThrow(
      /APP_DATABASE_URL must be[\s\S]*PORT must be[\s\S]*MAIL_FROM is missing/,
    )
    expect(() => readEnv(broken)).not.toThrow(/secret/)
  })

  it('refuses one fixed address for all tenants', () => {
    expect(() => readEnv({ ...complete, NEXTAUTH_URL: 'https://portico.example' })).toThrow(/NEXTAUTH_URL/)
  })

  it('reads the key ring in its order, and refuses short keys and one name for two', () => {
    const [one, two] = [1, 2].map(byte => Buffer.alloc(32, byte).toString('base64'))
    const ring = (text: string) => readEnv({ ...complete, VAULT_KEYS: text }).VAULT_KEYS
    expect(ring(`new:${two}, old:${one}`).map(({ id, key }) => [id, key[0]])).toEqual([
      ['new', 2],
      ['old', 1],
    ])
    expect(() => ring('new:c2hvcnQ=')).toThrow(/VAULT_KEYS must be id:key pairs/)
    expect(() => ring(`a:${one},a:${two}`)).toThrow(/VAULT_KEYS names one id twice/)
    expect(() => readEnv({ ...complete, VAULT_KEYS: undefined })).toThrow(/VAULT_KEYS is missing/)
  })

  it('wants the credentials of a vendor together', () => {
    const half = { ...complete, TWILIO_FROM: '+15551234567' }
    expect(() => readEnv(half)).toThrow(/TWILIO_ACCOUNT_SID is missing[\s\S]*TWILIO_AUTH_TOKEN is missing/)
  })

  it.each([
    ['NEXTAUTH_SECRET', demoSecrets.NEXTAUTH_SECRET],
    ['APP_DATABASE_URL', `postgres://portico_app:${demoSecrets.APP_DATABASE_PASSWORD}@db.example/portico`],
    ['RESEND_API_KEY', demoSecrets.RESEND_API_KEY],
    ['VAULT_KEYS', `${complete.VAULT_KEYS},${demoSecrets.VAULT_KEYS}`],
  ])('refuses the demo %s in production, except in the demo', (name, value) => {
    const demo = { ...complete, [name]: value }
    expect(() => readEnv(demo)).toThrow(`${name} is a demo secret`)
    expect(readEnv({ ...demo, PORTICO_DEMO: '1' }).PORTICO_DEMO).toBe(true)
    expect(readEnv({ ...demo, NODE_ENV: 'development' }).PORTICO_DEMO).toBe(false)
  })
})
