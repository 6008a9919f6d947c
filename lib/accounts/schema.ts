import { z } from 'zod'
import { parseLocalDate } from '@/lib/time/local-date'

/** Until which day a company's trial is to run. */
export const extendTrialSchema = z.object({
  tenantId: z.uuid(),
  until: z.string().transform((text, context) => {
    const day = parseLocalDate(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: 'Choose a day.' })
    return z.NEVER
  }),
})
