/**
 * Answers with bytes that browsers and proxies may keep; the address is on the tenant's own host, so a cache that keys
 * by host never mixes tenants. A browser that has them already gets 304.
 * @param seconds how long they may be used without asking
 */
export function cachedAnswer(
  request: Request,
  body: Uint8Array | string,
  given: { type: string; tag: string; seconds: number; immutable?: boolean },
): Response {
  const etag = `"${given.tag}"`
  const headers = {
    etag,
    'content-type': given.type,
    'cache-control': `public, max-age=${given.seconds}${given.immutable ? ', immutable' : ''}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  }
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? []
  if (known.some(tag => tag.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { headers })
}
