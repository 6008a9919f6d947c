'use client'

import { createContext, type ReactNode, use } from 'react'

const Slot = createContext<ReactNode>(null)

/**
 * Lets a shell wait for something without making the page inside it wait: a layout gives the page here, and the
 * shell, which may be an async component, says by `Outlet` where it goes. Both are then rendered side by side.
 */
export function PageSlot({ page, children }: { page: ReactNode; children: ReactNode }) {
  return <Slot value={page}>{children}</Slot>
}

/** The page of the nearest `PageSlot`. */
export function Outlet() {
  return use(Slot)
}
