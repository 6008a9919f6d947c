// Pure and safe on the edge: middleware.ts imports this file and nothing else.

/** Which of the product's faces a host shows. */
export type Face =
  | { kind: 'apex' }
  | { kind: 'admin' }
  | { kind: 'tenant'; slug: string }
  | { kind: 'custom'; host: string }
  | { kind: 'unknown' }

const slugShape = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/
const hostShape = /^[a-z0-9]([a-z0-9.-]{2,251}[a-z0-9])$/

/** Subdomains no tenant may take. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'admin api app apex assets auth billing blog cdn dashboard dev docs email files ftp help imap internal login mail ' +
    'manage mta-sts ns1 ns2 pop portal portico root secure security signin signup sip smtp sso static status stripe ' +
    'support t tenant test webhook webhooks webmail www'
  ).split(' '),
)

/** Says whether a word can be a tenant's subdomain: 1–40 of a–z, 0–9 and single inner hyphens, not reserved. */
export function isFreeSlug(slug: string): boolean {
  return slugShape.test(slug) && !slug.includes('--') && !reservedSlugs.has(slug)
}

/**
 * Reads a Host header: lower-cased, port stripped, matched against the root domain by anchored suffix. A host of no
 * known form, or with a reserved or nested subdomain, is unknown.
 */
export function readHost(header: string | null, rootDomain: string): Face {
  const host = (header ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  const root = rootDomain.toLowerCase()
  if (host === root || host === `www.${root}`) return { kind: 'apex' }
  if (host.endsWith(`.${root}`)) {
    const label = host.slice(0, -root.length - 1)
    if (label === 'admin') return { kind: 'admin' }
    return isFreeSlug(label) ? { kind: 'tenant', slug: label } : { kind: 'unknown' }
  }
  if (hostShape.test(host) && host.includes('.') && !/^[\d.]+$/.test(host)) return { kind: 'custom', host }
  return { kind: 'unknown' }
}

/** The request header in which the middleware hands the face to the server; stripped from what comes in. */
export const faceHeader = 'x-portico-face'

/** Writes a face for the header. */
export function writeFace(face: Face): string {
  if (face.kind === 'tenant') return `tenant:${face.slug}`
  if (face.kind === 'custom') return `custom:${face.host}`
  return face.kind
}

/** Reads a face from the header; anything else is unknown. */
export function readFace(value: string | null): Face {
  const [kind, name] = (value ?? '').split(/:(.*)/s)
  if (kind === 'tenant' && name) return { kind, slug: name }
  if (kind === 'custom' && name) return { kind, host: name }
  if (kind === 'apex' || kind === 'admin') return { kind }
  return { kind: 'unknown' }
}

/** The route segment that stands for a face under /t: the slug, or the custom host after an `@`. */
export function tenantSegment(face: Face): string | null {
  if (face.kind === 'tenant') return face.slug
  if (face.kind === 'custom') return `@${face.host}`
  return null
}
