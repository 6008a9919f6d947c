import { Notice } from '@/components/ui/notice'

const sentences: Record<string, (company: string) => string> = {
  expired: () => 'You were away for a while, so your session has ended. Please sign in again.',
  revoked: () => 'This device was signed out. Please sign in again.',
  suspended: company => `Your access has been suspended. Please ask ${company}.`,
  out: () => 'You are signed out.',
}

/** Says why somebody who was signed in is asked to sign in. */
export function EndedNotice({ ended, company }: { ended: string | undefined; company: string }) {
  const sentence = ended === undefined ? undefined : sentences[ended]
  if (!sentence) return null
  return (
    <Notice className="mb-5" tone={ended === 'suspended' ? 'caution' : 'info'}>
      {sentence(company)}
    </Notice>
  )
}
