'use client'

import { useEffect, useState } from 'react'
import { slugSchema } from '@/lib/tenants/schema'
import { checkSlugAction } from './actions'

export type SlugCheck =
  | { state: 'empty' | 'asking' | 'free' }
  | { state: 'taken'; suggestion: string | null }
  | { state: 'wrong'; message: string }

/** Says a moment after the last key whether a subdomain can be had; its shape is judged at once and here. */
export function useSlugCheck(slug: string): SlugCheck {
  const [check, setCheck] = useState<SlugCheck>({ state: 'empty' })
  useEffect(() => {
    if (!slug) return setCheck({ state: 'empty' })
    const parsed = slugSchema.safeParse(slug)
    if (!parsed.success) {
      return setCheck({
        state: 'wrong',
        message: parsed.error.issues[0]?.message ?? 'Choose another address.',
      })
    }
    setCheck({ state: 'asking' })
    let current = true
    const timer = setTimeout(async () => {
      const result = await checkSlugAction({ slug }).catch(() => null)
      if (!current) return
      if (!result?.ok) return setCheck({ state: 'empty' })
      const { free, suggestion } = result.value
      setCheck(free ? { state: 'free' } : { state: 'taken', suggestion })
    }, 350)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [slug])
  return check
}
