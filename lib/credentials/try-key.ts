import { checkHostawayKey } from '@/lib/integrations/hostaway/check-key'
import type { KeyCheck } from '@/lib/integrations/http/ask-service'
import { checkResendKey } from '@/lib/integrations/resend/check-key'
import { checkSmtpServer } from '@/lib/integrations/smtp/check-server'
import { checkStripeKey } from '@/lib/integrations/stripe/check-key'
import { checkTwilioKey } from '@/lib/integrations/twilio/check-key'
import { checkZapierHook } from '@/lib/integrations/zapier/check-hook'
import type { Provider } from './providers'
import type { KeyValues } from './schema'

const checks: { [P in Provider]: ((values: KeyValues[P]) => Promise<KeyCheck>) | null } = {
  resend: checkResendKey,
  twilio: checkTwilioKey,
  stripe: checkStripeKey,
  smtp: checkSmtpServer,
  hostaway: checkHostawayKey,
  pea: null,
  zapier: checkZapierHook,
}

/** Tries an opened key at its service, for some ten seconds at most; null where the service offers nothing to ask. */
export async function tryKey<P extends Provider>(
  provider: P,
  values: KeyValues[P],
): Promise<KeyCheck | null> {
  return (await checks[provider]?.(values)) ?? null
}
