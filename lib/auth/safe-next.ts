/**
 * Where to go after signing in: a path on this very host, or the start page for anything else (another site, a
 * scheme, a path that browsers read as a host, the sign-in pages themselves).
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return '/'
  const here = new URL('http://host.invalid')
  const there = URL.canParse(next, here) ? new URL(next, here) : here
  if (there.origin !== here.origin || there.pathname.startsWith('//')) return '/'
  if (/^\/(sign-in|sign-out|link|invitation|reset|support|api)(\/|$)/.test(there.pathname)) return '/'
  return there.pathname + there.search + there.hash
}
