import { type Reason, reasons } from '@/lib/action/reasons'
import { type Refusal, refuse } from '@/lib/action/result'

/** Writes a refusal into the one string that next-auth carries from `authorize` to the page. */
export function writeAnswer({ reason, message, fields }: Refusal): string {
  return JSON.stringify({ reason, message, fields })
}

/** Reads a refusal from next-auth's error; null for anything else, such as its own `CredentialsSignin`. */
export function readAnswer(error: string): Refusal | null {
  try {
    const said = JSON.parse(error) as { reason: Reason; message: string; fields?: Record<string, string> }
    if (!Object.hasOwn(reasons, said.reason)) return null
    return { ...refuse(said.reason, { fields: said.fields }), message: said.message }
  } catch {
    return null
  }
}
