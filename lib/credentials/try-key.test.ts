import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { startVendor, type Vendor } from '@/lib/testing/start-vendor'
import { tryKey } from './try-key'

let vendor: Vendor
let answer: { status: number; body: object }
beforeAll(async () => {
  vendor = await startVendor(() => answer)
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'
  const urls = { adminUrl: nowhere, appUrl: nowhere, platformUrl: nowhere }
  Object.assign(process.env, demoEnvironment({ ...urls, port: 3000, rootDomain: 'localhost' }))
  for (const name of ['RESEND', 'TWILIO', 'STRIPE', 'HOSTAWAY', 'ZAPIER'])
    process.env[`${name}_BASE_URL`] = vendor.url
  return vendor.close
})
beforeEach(() => {
  vendor.asked.length = 0
})

const resend = { apiKey: 're_12345678', from: 'a@Example.com' }
const twilio = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token', from: '+13055550123' }
const stripe = { secretKey: 'rk_live_12345678' }
const hostaway = { accountId: '123', apiKey: 'hostaway-key' }
const zapier = { hookUrl: 'https://hooks.zapier.com/hooks/catch/1/abc' }

describe('trying a key', () => {
  it('of Resend looks for the sender’s domain; a key that may only send is as good', async () => {
    answer = { status: 200, body: { data: [{ name: 'example.com', status: 'verified' }] } }
    expect(await tryKey('resend', resend)).toMatchObject({ outcome: 'passed' })
    answer = { status: 200, body: { data: [{ name: 'example.com', status: 'pending' }] } }
    expect(await tryKey('resend', resend)).toMatchObject({ outcome: 'refused' })
    answer = { status: 200, body: { data: [{ name: 'ample.com', status: 'verified' }] } }
    expect(await tryKey('resend', resend)).toMatchObject({ outcome: 'refused' })
    answer = { status: 401, body: { name: 'restricted_api_key', message: 'only send emails' } }
    expect(await tryKey('resend', resend)).toMatchObject({ outcome: 'passed' })
  })

  it('of Twilio looks at the account, of Stripe at whether it is known', async () => {
    answer = { status: 200, body: { status: 'active' } }
    expect(await tryKey('twilio', twilio)).toMatchObject({ outcome: 'passed' })
    answer = { status: 200, body: { status: 'suspended' } }
    expect(await tryKey('twilio', twilio)).toMatchObject({
      outcome: 'refused',
      detail: expect.stringMatching(/suspended/),
    })
    answer = { status: 403, body: {} }
    expect(await tryKey('stripe', stripe)).toMatchObject({
      outcome: 'passed',
      detail: expect.stringMatching(/a live key/),
    })
    answer = { status: 401, body: {} }
    expect(await tryKey('stripe', stripe)).toMatchObject({ outcome: 'refused' })
  })

  it('of Hostaway asks for a token, of Zapier posts an event, of PEA asks nobody', async () => {
    answer = { status: 200, body: { access_token: 'temporary' } }
    expect(await tryKey('hostaway', hostaway)).toMatchObject({ outcome: 'passed' })
    expect(await tryKey('zapier', zapier)).toMatchObject({ outcome: 'passed' })
    expect(await tryKey('pea', { customerNumber: '1', password: 'p' })).toBeNull()
    expect(vendor.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'POST',
        '/v1/accessTokens',
        'grant_type=client_credentials&client_id=123&client_secret=hostaway-key&scope=general',
      ],
      ['POST', '/hooks/catch/1/abc', '{"event":"test","from":"Portico"}'],
    ])
    answer = { status: 200, body: {} }
    expect(await tryKey('hostaway', hostaway)).toMatchObject({ outcome: 'refused' })
  })

  it('tells a service that is down or sends elsewhere from one that refuses', async () => {
    answer = { status: 503, body: {} }
    expect(await tryKey('zapier', zapier)).toMatchObject({ outcome: 'unreachable' })
    answer = { status: 429, body: {} }
    expect(await tryKey('twilio', twilio)).toMatchObject({ outcome: 'unreachable' })
    answer = { status: 302, body: {} }
    expect(await tryKey('hostaway', hostaway)).toMatchObject({ outcome: 'refused' })
  })
})
