'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { formatNumber } from '@/components/ui/format-number'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { maxFileBytes } from '@/lib/imports/limits'
import { SendRefused, sendFile } from './send-file'

const megabytes = (bytes: number) => formatNumber(bytes / 1_048_576, 'en-US', { maximumFractionDigits: 1 })

/** Chooses or takes a dropped file, uploads it in pieces and goes on to the import it becomes. */
export function UploadForm() {
  const input = useRef<HTMLInputElement>(null)
  const { sending, problem, send, stop } = useUpload()
  const [over, setOver] = useState(false)

  if (sending) return <Sending {...sending} onStop={stop} />
  return (
    <div className="flex flex-col gap-4">
      {problem && (
        <Notice tone="critical" live title="The file was not uploaded">
          {problem}
        </Notice>
      )}
      <fieldset
        aria-label="Upload"
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          send(event.dataTransfer.files[0])
        }}
        className={cn(
          'flex flex-col items-center gap-3 rounded-lg border border-line-strong border-dashed bg-surface px-6 py-12 text-center transition-colors',
          over && 'border-accent bg-accent-soft',
        )}
      >
        <FileUp aria-hidden className="size-7 text-muted" strokeWidth={1.5} />
        <p className="font-medium pointer-coarse:hidden">Drop a file here</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label="File to import"
          className="sr-only"
          tabIndex={-1}
          onChange={event => {
            send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button variant="primary" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <p className="text-13 text-muted">CSV or Excel (.xlsx), up to 50 MB</p>
      </fieldset>
    </div>
  )
}

type SendingFile = { name: string; size: number; sent: number }

function Sending({ name, size, sent, onStop }: SendingFile & { onStop: () => void }) {
  return (
    <div className="flex flex-col gap-4 rounded-lg border bg-surface p-6">
      <ProgressBar
        label={sent < size ? `Uploading ${name}` : `Opening ${name}`}
        value={sent}
        max={size}
        detail={`${megabytes(sent)} of ${megabytes(size)} MB`}
      />
      <div>
        <Button onClick={onStop}>Stop</Button>
      </div>
    </div>
  )
}

/** One upload at a time, with what went wrong with the last one. */
function useUpload() {
  const router = useRouter()
  const upload = useRef<AbortController>(null)
  const [sending, setSending] = useState<SendingFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(file: File | undefined) {
    if (!file || sending) return
    setProblem(null)
    if (file.size > maxFileBytes) return setProblem(`${file.name} is larger than 50 MB.`)
    if (file.size === 0) return setProblem(`${file.name} is empty.`)
    const controller = new AbortController()
    upload.current = controller
    const { name, size } = file
    setSending({ name, size, sent: 0 })
    try {
      const importId = await sendFile(file, controller.signal, sent => setSending({ name, size, sent }))
      router.push(`/manage/imports/${importId}`)
    } catch (error) {
      setSending(null)
      if (controller.signal.aborted) return
      setProblem(error instanceof SendRefused ? error.message : 'The connection was lost. Please try again.')
    }
  }
  return { sending, problem, send, stop: () => upload.current?.abort() }
}
