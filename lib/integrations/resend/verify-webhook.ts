import { Webhook } from 'svix'
import { z } from 'zod'
import { env } from '@/lib/env/env'

const shape = z.object({
  type: z.string(),
  created_at: z.string().optional(),
  data: z.looseObject({
    email_id: z.string().optional(),
    tags: z
      .union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))])
      .optional(),
    bounce: z.looseObject({ type: z.string().optional(), message: z.string().optional() }).optional(),
    failed: z.looseObject({ reason: z.string().optional() }).optional(),
  }),
})

/** A report of Resend about one email, proved to be Resend's. */
export type ResendEvent = {
  /** The same when the report is delivered again. */
  id: string
  type: string
  at: Date
  emailId: string | null
  tags: Record<string, string>
  bounceType: string | null
  explanation: string | null
}

/** Finds the signing secret of the account a report's email went through; undefined: the platform's. */
export type SecretFinder = (reference: unknown) => Promise<string | null | undefined>

/**
 * Checks the signature over the raw body and that it is at most five minutes old.
 * @returns null when it is not signed by Resend for us, too old, or no report we can read
 */
export async function verifyResendWebhook(
  request: Request,
  body: string,
  secretOf: SecretFinder,
): Promise<ResendEvent | null> {
  const id = request.headers.get('svix-id')
  if (!id) return null
  const parsed = shape.safeParse(jsonOf(body))
  if (!parsed.success) return null
  const { type, created_at, data } = parsed.data
  const tags = tagsOf(data.tags)
  const found = await secretOf(tags.reference)
  const secret = found === undefined ? env().RESEND_WEBHOOK_SECRET : found
  if (!secret) return null
  const headers = {
    'svix-id': id,
    'svix-timestamp': request.headers.get('svix-timestamp') ?? '',
    'svix-signature': request.headers.get('svix-signature') ?? '',
  }
  try {
    new Webhook(secret).verify(body, headers)
  } catch {
    return null
  }
  const at = new Date(created_at ?? Number.NaN)
  return {
    id,
    type,
    at: Number.isNaN(at.getTime()) ? new Date(Number(headers['svix-timestamp']) * 1000) : at,
    emailId: data.email_id ?? null,
    tags,
    bounceType: data.bounce?.type ?? null,
    explanation: data.bounce?.message ?? data.failed?.reason ?? null,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function tagsOf(tags: z.infer<typeof shape>['data']['tags']): Record<string, string> {
  return Array.isArray(tags) ? Object.fromEntries(tags.map(({ name, value }) => [name, value])) : (tags ?? {})
}
