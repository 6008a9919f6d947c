import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { demoEnvironment } from '@/lib/dev/demo-environment'
import { projectRoot } from '@/lib/dev/paths'
import { checkSmtpServer } from './check-server'
import { findAddress, isPublicAddress } from './find-address'

// A certificate for localhost that nobody but this test trusts.
const pem = readFileSync(join(projectRoot, 'lib/integrations/smtp/fixtures/localhost.pem'), 'utf8')
const trusted = getCACertificates('default')

beforeAll(() => {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing'
  const urls = { adminUrl: nowhere, appUrl: nowhere, platformUrl: nowhere }
  Object.assign(process.env, demoEnvironment({ ...urls, port: 3000, rootDomain: 'localhost' }))
  setDefaultCACertificates([...trusted, pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))])
  return () => setDefaultCACertificates(trusted)
})

type Script = { greeting?: string; offers?: string[]; auth?: string; encrypted?: string[] }

/** A mail server that says its part and remembers what it heard in the clear and what encrypted. */
async function startServer({
  greeting = '220 hello',
  offers = ['STARTTLS'],
  auth = '235 in',
  encrypted,
}: Script) {
  const heard = { clear: [] as string[], sealed: [] as string[] }
  const say = (socket: Socket, lines: string[]) =>
    socket.write(
      `${lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n')}\r\n`,
    )
  function listen(socket: Socket, to: string[], offered: string[]) {
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      for (const line of String(chunk).split('\r\n').filter(Boolean)) {
        to.push(line)
        if (line.startsWith('EHLO')) say(socket, ['localhost', ...offered])
        else if (line === 'STARTTLS' && !offered.includes(line)) socket.write('502 what?\r\n')
        else if (line === 'STARTTLS') {
          socket.removeAllListeners('data')
          socket.write('220 go\r\n')
          const tls = new TLSSocket(socket, { isServer: true, key: pem, cert: pem })
          listen(tls, heard.sealed, encrypted ?? ['AUTH PLAIN LOGIN'])
        } else if (line === 'AUTH LOGIN') socket.write('334 VXNlcm5hbWU6\r\n')
        else if (line === Buffer.from('ana').toString('base64')) socket.write('334 UGFzc3dvcmQ6\r\n')
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write(`${auth}\r\n`)
      }
    })
  }
  const server = createServer(socket => {
    listen(socket, heard.clear, offers)
    if (greeting === '') socket.destroy()
    else socket.write(`${greeting}\r\n`)
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  onTestFinished(() => void server.close())
  const port = String((server.address() as AddressInfo).port)
  const check = (host = 'localhost') =>
    checkSmtpServer({ host, port, username: 'ana', password: 'correct horse' })
  return { heard, check }
}

const words = (lines: string[]) => lines.map(line => line.split(' ')[0])

describe('trying a mail server', () => {
  it('encrypts, signs in and leaves, and says the password in no other way', async () => {
    const { heard, check } = await startServer({})
    expect(await check()).toEqual({ outcome: 'passed', detail: 'Connected, encrypted and signed in.' })
    expect(words(heard.clear)).toEqual(['EHLO', 'STARTTLS'])
    await expect.poll(() => words(heard.sealed)).toEqual(['EHLO', 'AUTH', 'QUIT'])
    const plain = Buffer.from(heard.sealed[1]?.split(' ')[2] ?? '', 'base64').toString()
    expect(plain).toBe('\0ana\0correct horse')
  })

  it('signs in by LOGIN where that is all there is', async () => {
    const { heard, check } = await startServer({ encrypted: ['AUTH LOGIN'] })
    expect((await check()).outcome).toBe('passed')
    expect(heard.sealed).toContain(Buffer.from('correct horse').toString('base64'))
  })

  it.each<[string, Script, RegExp]>([
    ['a server without encryption', { offers: ['AUTH PLAIN'] }, /no encryption/],
    ['a server that turns us away', { greeting: '554 no' }, /turned us away \(554\)/],
    ['a wrong password', { auth: '535 no' }, /refused user name or password \(535\)/],
  ])('refuses %s, and tells it no password', async (_, script, detail) => {
    const { heard, check } = await startServer(script)
    expect(await check()).toMatchObject({ outcome: 'refused', detail: expect.stringMatching(detail) })
    expect(words(heard.clear)).not.toContain('AUTH')
  })

  it('does not reach a server that hangs up, is not there, or has another’s certificate', async () => {
    const { check } = await startServer({ greeting: '' })
    const unreachable = { outcome: 'unreachable' }
    expect(await check()).toMatchObject(unreachable)
    expect(await check('no-such-host.invalid')).toMatchObject(unreachable)
    const other = await startServer({})
    setDefaultCACertificates(trusted)
    expect(await other.check()).toEqual({ ...unreachable, detail: expect.stringMatching(/certificate/) })
    expect(other.heard.sealed).toEqual([])
  })
})

describe('addresses a company’s key may lead to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '172.20.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
    // Ways through version 6 to a network of one's own.
    '64:ff9b::a01:203',
    '64:ff9b:1::a01:203',
    '::ffff:0:10.1.2.3',
    '2001:0:a01:203::',
    '2002:a01:203::',
    'fec0::1',
  ])('are none of ours, such as %s', address => expect(isPublicAddress(address)).toBe(false))
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('are the public ones, such as %s', address =>
    expect(isPublicAddress(address)).toBe(true),
  )
  it('are looked up by name as well, and this machine is one only in development', async () => {
    expect(await findAddress('localhost', false)).toBeNull()
    expect(await findAddress('localhost', true)).toMatch(/^(127\.|::1$)/)
  })
})
