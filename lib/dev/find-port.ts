import { createServer } from 'node:net'

/** The first free TCP port at or after `wanted`; any free one when `wanted` is 0. Nothing may listen on any address. */
export async function findPort(wanted: number): Promise<number> {
  for (let port = wanted; port < 65_536; port += 1) {
    const free = await listenBriefly(port)
    if (free !== undefined) return free
    if (port === 0) break
  }
  throw new Error(`No free port from ${wanted} on`)
}

function listenBriefly(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const server = createServer()
    server.unref()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
