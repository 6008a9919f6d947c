'use client'

import { Menu, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { IconButton } from '@/components/ui/icon-button'

/** The side navigation on small screens: slides in over the page and closes on arrival. */
export function NavDrawer({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null)
  // On most screens it is never opened, and its places stand in the side navigation already.
  const [wanted, setWanted] = useState(false)
  const pathname = usePathname()
  const shownAt = useRef(pathname)
  useEffect(() => {
    if (shownAt.current !== pathname) ref.current?.close()
    shownAt.current = pathname
  }, [pathname])
  function open() {
    flushSync(() => setWanted(true))
    ref.current?.showModal()
  }
  return (
    <>
      <IconButton label="Open navigation" className="-ml-2" onClick={open}>
        <Menu aria-hidden className="size-5" />
      </IconButton>
      <dialog
        ref={ref}
        aria-label={label}
        className="drawer"
        onPointerDown={event => {
          if (event.target === event.currentTarget) ref.current?.close()
        }}
      >
        <div className="flex min-h-full flex-col gap-4 p-3">
          <IconButton label="Close navigation" className="self-end" onClick={() => ref.current?.close()}>
            <X aria-hidden className="size-5" />
          </IconButton>
          {wanted && children}
        </div>
      </dialog>
    </>
  )
}
