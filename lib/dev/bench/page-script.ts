import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Figure } from './measure'

function get(port: number, host: string, path: string, cookie = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${host}:${port}`, cookie, accept: 'text/html' }
    request({ host: '127.0.0.1', port, path, headers }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(parts).toString('utf8'))
          : reject(new Error(`${host}${path} answers ${response.statusCode}`)),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Kilobytes of compressed script that a page's first load brings. */
async function scriptOf(port: number, host: string, path: string, cookie?: string): Promise<number> {
  const page = await get(port, host, path, cookie)
  const sources = new Set(
    [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js[^"]*)"/g)].map(m => m[1] ?? ''),
  )
  let bytes = 0
  for (const source of sources) bytes += gzipSync(await get(port, host, source)).length
  return bytes / 1000
}

/** (f) Script of the portal's first load beyond that of an empty page of the same build. */
export async function benchPageScript(port: number, slug: string, cookie: string): Promise<Figure> {
  const portal = await scriptOf(port, `${slug}.localhost`, '/portal', cookie)
  const empty = await scriptOf(port, 'localhost', '/bench-floor')
  const more = portal - empty
  const what = `(f) script of a portal page, ${portal.toFixed(0)} kB, beyond an empty page's ${empty.toFixed(0)} kB`
  return { what, p50: `${more.toFixed(1)} kB`, p99: '', bound: '≤ 60 kB', held: more <= 60 }
}
