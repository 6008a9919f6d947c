import type Stripe from 'stripe'

type Each<T> = T extends Stripe.Decimal
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T

type Reference<T> = T extends { object: string } ? never : T

/** An SDK type as it travels: decimals are text and objects that could be expanded are their id. */
export type Wire<T> = [Extract<T, string>] extends [never] ? Each<T> : Reference<T>
