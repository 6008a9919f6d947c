import { z } from 'zod'

export const suspendTenantSchema = z.object({
  tenantId: z.uuid(),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(300, 'Keep it under 300 characters.'),
})

export const tenantIdSchema = z.object({ tenantId: z.uuid() })

export const writeNoteSchema = z.object({
  tenantId: z.uuid(),
  body: z.string().trim().min(1, 'Write something.').max(4000, 'Use at most 4,000 characters.'),
})

export const noteSchema = z.object({ tenantId: z.uuid(), noteId: z.uuid() })
