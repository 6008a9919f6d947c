'use client'

import { AA, accentFrom } from '@/lib/branding/accent'

/** What a color can do on paper, and what stands in for it where it cannot. */
export function Contrast({ color }: { color: string }) {
  const accent = accentFrom(color)
  if (!accent) return null
  const enough = accent.ratio >= AA.edge
  return (
    <div className="flex flex-wrap items-center gap-3 text-13">
      <span className="flex items-center gap-2">
        <span className="size-6 rounded-md border" style={{ background: color }} />
        <span>
          As chosen <span className="text-muted">contrast {accent.ratio} to 1</span>
        </span>
      </span>
      {accent.corrected && (
        <>
          <span aria-hidden className="text-faint">
            →
          </span>
          <span className="flex items-center gap-2">
            <span className="size-6 rounded-md border" style={{ background: accent.hex }} />
            <span>
              As used <span className="text-muted tabular-nums">{accent.hex}</span>
            </span>
          </span>
        </>
      )}
      <span className="sr-only">{enough ? 'Readable as it is.' : 'Corrected so that it can be read.'}</span>
    </div>
  )
}
