import { unsupported } from '@/lib/dev/stripe/api-error'
import type { Emulator } from '@/lib/dev/stripe/emulator'
import { freshId } from '@/lib/dev/stripe/ids'
import type { Params } from '@/lib/dev/stripe/params'
import { type Call, type Route, route } from '@/lib/dev/stripe/route'
import type { PortalSession } from '@/lib/dev/stripe/rows'

export const portalRoutes: Route[] = [route('POST', '/v1/billing_portal/sessions', create)]

function create(emulator: Emulator, { params }: Call): PortalSession {
  const customer = emulator.customer(params.required('customer')).id
  const id = freshId('bps')
  params.ignore('locale')
  const row = emulator.store.put('billing_portal.session', {
    id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: params.text('configuration') ?? 'bpc_emulator',
    created: emulator.now(customer),
    customer,
    customer_account: null,
    flow: readFlow(params),
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: params.nullable('return_url'),
    url: `${emulator.origin}/p/session/${id}`,
  })
  emulator.emit('billing_portal.session.created', row)
  return row
}

// A flow leads straight to one task; here there is one for the card.
function readFlow(params: Params): PortalSession['flow'] {
  const part = params.part('flow_data')
  if (!part) return null
  const type = part.required('type')
  if (type !== 'payment_method_update') throw unsupported(`the flow \`${type}\``, 'flow_data[type]')
  const after = part.part('after_completion')
  const then =
    after?.oneOf('type', ['redirect', 'hosted_confirmation', 'portal_homepage']) ?? 'portal_homepage'
  const return_url = after?.part('redirect')?.required('return_url')
  return {
    after_completion: {
      hosted_confirmation: null,
      redirect: return_url ? { return_url } : null,
      type: then,
    },
    customer_update: null,
    subscription_cancel: null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type,
  }
}
