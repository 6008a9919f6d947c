import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

export type Vendor = { url: string; asked: Asked[]; close: () => Promise<void> }

/** Stands in for a vendor: answers as `answer` says and remembers what it was asked. */
export async function startVendor(
  answer: (asked: Asked) => { status: number; body: object },
): Promise<Vendor> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = 'GET', url: path = '/', headers } = request
    const one = { method, path, headers, body }
    asked.push(one)
    const { status, body: told } = answer(one)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, asked, close }
}
