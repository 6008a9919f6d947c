'use client'

import { Broken, type BrokenProps } from '@/components/layout/broken'
import './globals.css'

/** The document itself broke: a whole one in its place. */
export default function GlobalError(props: BrokenProps) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Portico</title>
        <Broken {...props} brand="portico" />
      </body>
    </html>
  )
}
