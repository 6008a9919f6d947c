'use client'

import { Download } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { CopyButton } from '@/components/ui/copy-button'

/** Recovery codes, the one time they are shown. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.parentElement?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <section aria-labelledby="recovery-codes" className="rounded-lg border p-4">
      <h2 id="recovery-codes" ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Keep your recovery codes
      </h2>
      <p className="mt-1 text-13 text-muted">
        Each signs you in once when your phone is not at hand. They are not shown again.
      </p>
      <ol className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1.5 font-mono text-sm">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="mt-4 flex items-center gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\r\n')}\r\n`)}`}
          download="portico-recovery-codes.txt"
          className={buttonClass('secondary', 'sm')}
        >
          <Download aria-hidden />
          Download
        </a>
        <CopyButton text={codes.join('\n')} label="Copy the codes" />
      </div>
    </section>
  )
}
