import { env } from '@/lib/env/env'

/** Builds an absolute URL on a tenant's own host; `path` starts with a slash. */
export function tenantUrl(slug: string, path = '/'): string {
  const origin = new URL(env().PUBLIC_ORIGIN)
  return `${origin.protocol}//${slug}.${origin.host}${path}`
}

/** Builds an absolute URL on a company's own domain. */
export function domainUrl(domain: string, path = '/'): string {
  const { protocol, port } = new URL(env().PUBLIC_ORIGIN)
  return `${protocol}//${domain}${port && `:${port}`}${path}`
}

/** Builds an absolute URL on the apex. */
export function siteUrl(path = '/'): string {
  return new URL(path, env().PUBLIC_ORIGIN).toString()
}

/** Builds an absolute URL on the platform's own administration. */
export function adminUrl(path = '/'): string {
  return tenantUrl('admin', path)
}
