import type { Reason } from '@/lib/action/reasons'
import { type Refusal, refuse } from '@/lib/action/result'

/** Writes a refusal into the one string that next-auth carries from `authorize` to the page. */
export function writeAnswer({ reason, message, fields }: Refusal): string {
  return JSON.stringify({ reason, message, fields })
}

/** Reads a refusal from next-auth's error; null for its own words, such as `CredentialsSignin`. */
export function readAnswer(error: string): Refusal | null {
  if (!error.startsWith('{')) return null
  const { reason, message, fields } = JSON.parse(error) as {
    reason: Reason
    message: string
    fields?: Record<string, string>
  }
  return { ...refuse(reason, { fields }), message }
}
