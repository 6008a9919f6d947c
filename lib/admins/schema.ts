import { z } from 'zod'

/** A code of the authenticator app; spaces in the middle, as apps show it, do not matter. */
export const codeSchema = z.object({
  code: z
    .string()
    .transform(text => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, 'Enter the six digits of the code.')),
})

/** A code of the authenticator app, or one of the recovery codes. */
export const factorSchema = z.object({
  code: z
    .string()
    .transform(text => text.replace(/\s/g, '').toUpperCase())
    .pipe(
      z
        .string()
        .regex(
          /^([0-9]{6}|[A-Z2-7]{4}-?[A-Z2-7]{4}-?[A-Z2-7]{4})$/,
          'Enter the six digits of the code, or a recovery code like ABCD-EFGH-2345.',
        ),
    ),
})
