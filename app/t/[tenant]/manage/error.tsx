'use client'

import { Broken, type BrokenProps } from '@/components/layout/broken'

/** A page broke; the shell around it still stands. */
export default function ManageError(props: BrokenProps) {
  return <Broken {...props} inShell />
}
