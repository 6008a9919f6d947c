import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerApi } from './api'
import { ApiError } from './api-error'
import { answerControl, type Controls } from './control'
import { Deliveries, type WebhookEndpoint } from './deliveries'
import { Emulator } from './emulator'
import { Faults } from './faults'
import { answerPage } from './pages/answer-page'
import { catchUp } from './schedule'
import { keepSnapshot } from './snapshot'

export interface StripeEmulatorOptions {
  /** 0 takes any free one. */
  port: number
  /** The only key that is let in. */
  secretKey: string
  /** Where events go; without it they are only kept. */
  webhook?: WebhookEndpoint
  /** Where the account survives a restart; without it the account ends with the process. */
  snapshotFile?: string
}

export interface StripeEmulator {
  url: string
  stop(): Promise<void>
}

/** Starts a stand-in for Stripe on loopback; see README.md beside it for what it can do. */
export async function startStripeEmulator(options: StripeEmulatorOptions): Promise<StripeEmulator> {
  const server = createServer()
  const url = `http://127.0.0.1:${await listen(server, options.port)}`
  const emulator = new Emulator(url, options.webhook !== undefined)
  const deliveries = new Deliveries(emulator, options.webhook)
  const controls = { emulator, deliveries, faults: new Faults() }
  emulator.store.onChange = () => deliveries.wake()
  const save = options.snapshotFile ? keepSnapshot(emulator, options.snapshotFile) : () => undefined
  server.on('request', (request, response) => {
    answer(controls, options.secretKey, request, response).catch(error => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end(String(error))
    })
  })
  const ticking = setInterval(() => catchUp(emulator), 1000)
  ticking.unref()
  deliveries.wake()
  const stop = async () => {
    clearInterval(ticking)
    await deliveries.stop()
    save()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { url, stop }
}

async function answer(
  controls: Controls,
  secretKey: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  const { method = 'GET', headers } = request
  const url = new URL(request.url ?? '/', controls.emulator.origin)
  if (url.pathname.startsWith('/_emulator/')) return control(controls, url.pathname, body, response)
  if (!url.pathname.startsWith('/v1/')) {
    const page = answerPage(controls.emulator, method, url.pathname, body)
    response.writeHead(page.status, page.headers).end(page.body)
    return
  }
  const result = answerApi(controls.emulator, controls.faults, secretKey, {
    method,
    url,
    body,
    authorization: headers.authorization,
    version: text(headers['stripe-version']),
    idempotencyKey: text(headers['idempotency-key']),
  })
  response
    .writeHead(result.status, { 'content-type': 'application/json', ...result.headers })
    .end(result.body)
}

async function control(controls: Controls, path: string, body: string, response: ServerResponse) {
  const [status, said] = await answerControl(controls, path, body).then(
    answer => [200, answer] as const,
    error => [error instanceof ApiError ? error.status : 400, { error: String(error) }] as const,
  )
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
