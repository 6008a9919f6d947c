import type { Params } from '@/lib/dev/stripe/params'
import type { Customer } from '@/lib/dev/stripe/rows'

type Address = NonNullable<Customer['address']>

/** An address as it was sent; `before` when it was not. */
export function readAddress(params: Params, name: string, before: Address | null): Address | null {
  if (!params.has(name)) return before
  const part = params.part(name)
  if (!part) return null
  const read = (field: string) => part.nullable(field)
  return {
    city: read('city'),
    country: read('country'),
    line1: read('line1'),
    line2: read('line2'),
    postal_code: read('postal_code'),
    state: read('state'),
  }
}
