import { z } from 'zod'

/** A credit for a company; the amount as people write it, such as 25 or 12.50. */
export const giveCreditSchema = z
  .object({
    tenantId: z.uuid(),
    creditId: z.uuid(),
    amount: z
      .string()
      .trim()
      .regex(/^\d{1,6}(\.\d{1,2})?$/, 'Enter an amount, like 25 or 12.50.')
      .refine(text => Number(text) > 0, 'Enter an amount above zero.'),
    reason: z.string().trim().min(3, 'Say why, in a few words.').max(500, 'Use at most 500 characters.'),
  })
  .transform(({ amount, ...rest }) => {
    const [whole = '0', cents = ''] = amount.split('.')
    return { ...rest, amountMinor: BigInt(whole + cents.padEnd(2, '0')) }
  })
