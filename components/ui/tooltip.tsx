'use client'

import * as Tip from 'radix-ui/tooltip'
import type { ReactNode } from 'react'

/** A word of explanation on hover and focus; `children` must be one focusable element. */
export function Tooltip({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Tip.Provider delayDuration={300}>
      <Tip.Root>
        <Tip.Trigger asChild>{children}</Tip.Trigger>
        <Tip.Portal>
          <Tip.Content
            sideOffset={4}
            collisionPadding={8}
            className="z-50 max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-paper"
          >
            {label}
          </Tip.Content>
        </Tip.Portal>
      </Tip.Root>
    </Tip.Provider>
  )
}
