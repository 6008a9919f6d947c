import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Question {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: string
}

/** The product's port on this machine. */
export function productPort(): number {
  return Number(new URL(process.env.E2E_ORIGIN ?? '').port || 80)
}

/** A host name with the product's port, as a browser would send it. */
export const hostOf = (name: string) => `${name}:${productPort()}`

/** Sends exactly this request, with any Host header, and follows no redirect. */
export function ask(host: string, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', cookie, headers = {}, body } = question
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: productPort(),
        path,
        method,
        headers: { host, accept: 'text/html', ...(cookie && { cookie }), ...headers },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', part => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
