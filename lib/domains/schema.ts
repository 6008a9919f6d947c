import { z } from 'zod'

/** The host in what somebody typed or pasted: lower case, without scheme, port and path, other scripts as punycode. */
function hostIn(text: string): string {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`).hostname.replace(/\.$/, '')
  } catch {
    return ''
  }
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const hostShape = new RegExp(`^(${label}\\.)+(?=[a-z0-9-]*[a-z])${label}$`)

/** A domain of a company's own, such as `portal.acme.com`. */
export const domainSchema = z
  .string('Enter a domain.')
  .trim()
  .min(1, 'Enter a domain.')
  .max(300, 'This is too long.')
  .transform(hostIn)
  .refine(host => host.length <= 253 && hostShape.test(host), 'Enter a domain, like portal.example.com.')

/** Claiming a domain. */
export const claimDomainSchema = z.object({ host: domainSchema })

/** Naming a claim. */
export const domainIdSchema = z.object({ domainId: z.uuid() })
