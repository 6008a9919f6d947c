import { z } from 'zod'

export const suspendTenantSchema = z.object({
  tenantId: z.uuid(),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(300, 'Keep it under 300 characters.'),
})

export const tenantIdSchema = z.object({ tenantId: z.uuid() })
