import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// `text-13` is a size of ours; unknown, it would pass for a colour and push out the real one.
const merge = extendTailwindMerge({ extend: { theme: { text: ['13'] } } })

/** Joins class names; a later Tailwind class wins over an earlier one of the same property. */
export function cn(...classes: ClassValue[]) {
  return merge(clsx(classes))
}
