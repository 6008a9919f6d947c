import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Gate = { url: string; close(): Promise<void> }

type Passage = { method: string; path: string }

/**
 * Stands between the product and an emulated vendor.
 * @param beforeAnswer runs when the vendor has done what was asked and before the product hears of it; false cuts the
 * connection instead of answering
 */
export async function startGate(
  vendorUrl: string,
  beforeAnswer: (passage: Passage) => Promise<boolean>,
): Promise<Gate> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/' } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const kept = ['authorization', 'content-type', 'idempotency-key'] as const
    const headers = kept.flatMap(name => {
      const value = request.headers[name]
      return value ? [[name, String(value)] as [string, string]] : []
    })
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null
    const answer = await fetch(new URL(path, vendorUrl), { method, headers, body })
    const text = await answer.text()
    if (!(await beforeAnswer({ method, path }))) return void request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
    response.end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
