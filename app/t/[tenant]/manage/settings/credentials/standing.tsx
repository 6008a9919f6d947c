import { Status, type Tone } from '@/components/ui/badge'
import { type Provider, providerTable } from '@/lib/credentials/providers'
import type { ShownCredential, ShownKey } from '@/lib/credentials/read-credentials'
import type { LocalDate } from '@/lib/time/local-date'

type Standing = { tone: Tone; words: string }

/** How an entered key stands, in words. `instead` is the service that serves in its place. */
export function keyStanding(
  key: ShownKey,
  { provider, instead }: { provider: Provider; instead: Provider | null },
  today: LocalDate,
): Standing {
  if (key.testing) return { tone: 'info', words: 'Being tested' }
  if (key.state === 'leaving') return { tone: 'neutral', words: 'Replaced, still accepted' }
  if (key.state === 'waiting') {
    return key.testOutcome
      ? { tone: 'critical', words: 'Test failed' }
      : { tone: 'caution', words: 'Not tested' }
  }
  if (key.expiresOn && key.expiresOn < today) return { tone: 'critical', words: 'Expired' }
  if (key.testOutcome && key.testOutcome !== 'passed') return { tone: 'caution', words: 'Last test failed' }
  if (instead) return { tone: 'neutral', words: 'In reserve' }
  return providerTable[provider].inUse
    ? { tone: 'positive', words: 'In use' }
    : { tone: 'neutral', words: 'Kept' }
}

/** How a company's credential stands: as its key in use does, or the one that waits. */
export function CredentialStanding({
  credential,
  instead,
  today,
}: {
  credential: ShownCredential | undefined
  instead: Provider | null
  today: LocalDate
}) {
  const key = credential?.keys.find(each => each.state === 'active') ?? credential?.keys[0]
  if (!credential || !key) return <Status>Not set up</Status>
  const { tone, words } = keyStanding(key, { provider: credential.provider, instead }, today)
  return <Status tone={tone}>{words}</Status>
}
