'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { Toaster, toast } from 'sonner'

// Stands after the toaster, so its effect runs when the toaster listens.
function Ready({ tell }: { tell: () => void }) {
  useEffect(tell, [tell])
  return null
}

let mounted: Promise<void> | undefined

/** Puts the toaster on the page, once. */
export function mountToaster(): Promise<void> {
  mounted ??= new Promise(resolve => {
    const host = document.body.appendChild(document.createElement('div'))
    createRoot(host).render(
      <>
        <Toaster
          position="bottom-center"
          icons={{
            success: <CircleCheck aria-hidden className="size-4 text-positive" />,
            error: <CircleAlert aria-hidden className="size-4 text-critical" />,
          }}
          toastOptions={{
            unstyled: true,
            classNames: {
              toast: 'toast',
              title: 'font-medium',
              actionButton: 'toast-action',
            },
          }}
        />
        <Ready tell={resolve} />
      </>,
    )
  })
  return mounted
}

export { toast }
