'use client'

import { Check } from 'lucide-react'
import { useId } from 'react'
import { Label } from '@/components/ui/label'
import { accentFrom } from '@/lib/branding/accent'

/** Colours to begin with: each distinct, each good on paper. */
const swatches = [
  ['#2f5d50', 'Pine'],
  ['#0f5f86', 'Harbor'],
  ['#1d4ed8', 'Cobalt'],
  ['#6b3f8f', 'Plum'],
  ['#9b2c4b', 'Garnet'],
  ['#b3522c', 'Terracotta'],
  ['#8a6d1f', 'Brass'],
  ['#333a45', 'Slate'],
] as const

type Props = { name: string; label: string; value: string; onChange: (color: string) => void }

/** A brand's colour: a few good ones, or any. Says when it will be corrected so that text on it can be read. */
export function AccentField({ name, label, value, onChange }: Props) {
  const id = useId()
  const accent = accentFrom(value)
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-(length:--control-text) font-medium">{label}</legend>
      <input type="hidden" name={name} value={value} />
      <div className="flex flex-wrap items-center gap-2">
        {swatches.map(([color, word]) => (
          <button
            key={color}
            type="button"
            aria-label={word}
            title={word}
            aria-pressed={value === color}
            onClick={() => onChange(color)}
            className="grid size-8 place-items-center rounded-full border-2 border-surface text-[white] outline-1 outline-line-strong aria-pressed:outline-2 aria-pressed:outline-ink"
            style={{ background: color }}
          >
            {value === color && <Check aria-hidden className="size-4" />}
          </button>
        ))}
        <span className="ml-1 flex items-center gap-2">
          <input
            id={id}
            type="color"
            value={value}
            onChange={event => onChange(event.target.value)}
            className="size-8 cursor-pointer rounded-md border border-line-strong bg-surface p-0.5"
          />
          <Label htmlFor={id}>Any other</Label>
        </span>
      </div>
      <p aria-live="polite" className="text-13 text-muted">
        {accent?.corrected
          ? `${value} is too pale to read on white, so buttons use ${accent.hex}.`
          : 'For buttons, links and what is selected; adjusted where it would be hard to read.'}
      </p>
    </fieldset>
  )
}
