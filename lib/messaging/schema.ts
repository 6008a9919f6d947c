import { z } from 'zod'

export const messageIdSchema = z.object({ messageId: z.uuid() })
export const suppressionIdSchema = z.object({ suppressionId: z.uuid() })
