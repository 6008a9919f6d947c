'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Card } from '@/components/ui/card'
import { formatNumber } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { Progress } from '@/lib/imports/read-progress'
import type { ImportKind, ImportState } from '@/lib/imports/schema'
import { describeWritten } from './describe-written'

const everyMs = 700
const labels: Partial<Record<ImportState, string>> = {
  uploading: 'Waiting for the file',
  uploaded: 'Opening the file',
  previewing: 'Checking every row',
  committing: 'Importing',
}

/** Shows how far the worker is, and draws the page anew when the import moves on. */
export function LiveProgress({
  importId,
  first,
  kind,
}: {
  importId: string
  first: Progress
  kind: ImportKind | null
}) {
  const router = useRouter()
  const [progress, setProgress] = useState(first)
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = new AbortController()
    async function poll() {
      const response = await fetch(`/api/imports/${importId}/progress`, { signal: stop.signal }).catch(
        () => null,
      )
      if (stop.signal.aborted) return
      setOffline(!response?.ok)
      if (response?.ok) {
        const now = (await response.json()) as Progress
        setProgress(now)
        if (now.state !== first.state || now.held !== first.held) router.refresh()
      }
      timer = setTimeout(poll, everyMs)
    }
    timer = setTimeout(poll, everyMs)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [importId, first.state, first.held, router])
  const committing = progress.state === 'committing'
  const known = committing || progress.done > 0
  return (
    <Card className="flex flex-col gap-4 p-6">
      <ProgressBar
        label={progress.held ? 'Waiting' : (labels[progress.state] ?? 'Finishing')}
        value={known ? progress.done : undefined}
        max={progress.total}
        detail={
          committing ? `${formatNumber(progress.done)} of ${formatNumber(progress.total)} rows` : undefined
        }
      />
      <p aria-live="polite" className="text-muted tabular-nums">
        {committing
          ? describeWritten(progress.written, kind)
          : progress.rowsRead > 0
            ? `${formatNumber(progress.rowsRead)} rows read, ${formatNumber(progress.refused)} refused so far`
            : 'This takes a moment. You can leave this page; it goes on without you.'}
      </p>
      {progress.held && (
        <Notice tone="caution" live title="This import waits">
          The company may not write just now, because billing is to be settled. What has been written stays;
          the import goes on by itself when the company may write again.
        </Notice>
      )}
      {offline && (
        <Notice tone="caution" live>
          The connection to the server is interrupted. The import goes on; this page catches up by itself.
        </Notice>
      )}
    </Card>
  )
}
