import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { startMailServer, type TestMailServer } from '@/lib/testing/start-mail-server'
import { type Letter, sendLetter } from './send-letter'

let server: TestMailServer
beforeAll(async () => {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'
  const urls = { adminUrl: nowhere, appUrl: nowhere, platformUrl: nowhere }
  Object.assign(process.env, demoEnvironment({ ...urls, port: 3000, rootDomain: 'localhost' }))
  server = await startMailServer({ ana: 'correct horse' })
})
afterAll(() => server.close())
beforeEach(() => {
  server.react = () => undefined
  server.taken.length = 0
  server.steps.length = 0
})

const letter: Letter = {
  from: '"Häfen & Söhne" <notices@harbor.example>',
  sender: 'notices@harbor.example',
  to: 'ana@example.com',
  replyTo: 'help@harbor.example',
  subject: 'Grüße',
  html: '<p>Hello</p>',
  text: `Hello\n.\n.hidden\n${'a long line '.repeat(200)}`,
  messageId: '<one@harbor.example>',
}
const send = (begin = async () => true, password = 'correct horse') =>
  sendLetter(letter, { host: server.host, port: server.port, username: 'ana', password }, begin)
const on = (step: string, reaction: 'hang-up' | number) => {
  server.react = each => (each === step ? reaction : undefined)
}

describe('handing an email to a mail server', () => {
  it('says what it is to whom, begins once let in, and leaves its own id', async () => {
    let begunAfter: string[] = []
    const begin = async () => {
      begunAfter = [...server.steps]
      return true
    }
    expect(await send(begin)).toEqual({ outcome: 'accepted', providerId: '<one@harbor.example>' })
    expect(begunAfter).toEqual(['sign-in'])
    const [taken] = server.taken
    expect(taken).toMatchObject({ user: 'ana', from: 'notices@harbor.example', to: ['ana@example.com'] })
    const raw = taken?.raw ?? ''
    expect(raw).toContain('Message-ID: <one@harbor.example>')
    expect(raw).toContain('Reply-To: help@harbor.example')
    expect(raw).toMatch(/^From: =\?UTF-8\?.+ <notices@harbor\.example>\r$/m)
    expect(raw).toMatch(/\r\n\.\r\n\.hidden\r\n/)
    expect(raw).not.toContain('odemailer')
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThan(999)
  })

  it.each<[string, string, 'hang-up' | number, object]>([
    ['a refused password', 'sign-in', 535, { outcome: 'unknown', untaken: true }],
    ['a busy server', 'sender', 451, { outcome: 'unknown', untaken: true }],
    ['a server that wants us to sign in again', 'sender', 530, { outcome: 'unknown', untaken: true }],
    ['a sender that is not ours', 'sender', 553, { outcome: 'refused', error: expect.stringMatching(/553/) }],
    ['a full mailbox', 'recipient', 452, { outcome: 'unknown', untaken: true }],
    ['an unknown recipient', 'recipient', 550, { outcome: 'refused', error: expect.stringMatching(/550/) }],
    ['a server that closes', 'recipient', 421, { outcome: 'unknown', untaken: true }],
    ['a connection lost before the message', 'recipient', 'hang-up', { outcome: 'unknown', untaken: true }],
    ['a connection lost within the message', 'first-byte', 'hang-up', { outcome: 'uncertain' }],
    ['a message put off', 'taken', 451, { outcome: 'unknown', untaken: true }],
    ['a message turned down', 'taken', 554, { outcome: 'refused', error: expect.stringMatching(/554/) }],
    ['an answer that is lost', 'taken', 'hang-up', { outcome: 'uncertain' }],
  ])('knows what to make of %s', async (_, step, reaction, outcome) => {
    on(step, reaction)
    expect(await send()).toMatchObject(outcome)
  })

  it('begins nothing where it is not let in', async () => {
    const begun: string[] = []
    const begin = async () => begun.push('begun') > 0
    expect(await send(begin, 'wrong')).toEqual({
      outcome: 'unknown',
      error: 'The mail server refused user name or password (535).',
      untaken: true,
    })
    expect(begun).toEqual([])
  })

  it('says no word of it when another sees to it, or it cannot be written down that it begins', async () => {
    expect(await send(async () => false)).toEqual({ outcome: 'overtaken' })
    const broken = () => Promise.reject(new Error('the database is gone'))
    expect(await send(broken)).toEqual({ outcome: 'unknown', error: 'the database is gone', untaken: true })
    expect(server.steps).toEqual(['sign-in', 'sign-in'])
  })
})
