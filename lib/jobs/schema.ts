import { z } from 'zod'

export const jobIdsSchema = z.object({ ids: z.array(z.uuid()).min(1, 'Choose at least one.').max(200) })
