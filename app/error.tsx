'use client'

import { Broken, type BrokenProps } from '@/components/layout/broken'

/** Something broke where no nearer page could say so. */
export default function RootError(props: BrokenProps) {
  return <Broken {...props} brand="portico" />
}
