'use client'

import { Broken, type BrokenProps } from '@/components/layout/broken'

/** A page outside of any shell broke. */
export default function TenantError(props: BrokenProps) {
  return (
    <Broken
      {...props}
      mark={
        <img
          src="/api/logo/icon"
          alt=""
          className="mx-auto mt-12 size-10 rounded-md object-contain"
          // What broke the page may have broken its mark too.
          onError={event => {
            event.currentTarget.hidden = true
          }}
        />
      }
    />
  )
}
