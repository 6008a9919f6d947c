import type { ReactNode } from 'react'
import { cn } from './cn'

/*
 * Line drawings for empty states, one hand: 96 × 72, 1.5 px strokes, hairlines for the ground, one touch of accent.
 */
type DrawingProps = { className?: string }

function Drawing({ className, children }: DrawingProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 96 72"
      aria-hidden
      className={cn('h-18 w-24 text-muted', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

const ground = <path d="M4 64h88" strokeOpacity=".35" />
const accent = { stroke: 'var(--accent-ink)' }

/** Houses in a row: associations, units, properties. */
export function RowOfHouses({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <path d="M12 64V38l13-10 13 10v26M38 64V30h20v34M58 64V42l12-9 12 9v22" />
      <path d="M22 64V52a3 3 0 0 1 6 0v12" {...accent} />
      <path d="M44 37h2m4 0h2m-8 8h2m4 0h2m-8 8h2m4 0h2M68 48h4v5h-4z" strokeOpacity=".6" />
    </Drawing>
  )
}

/** An empty arch: nothing here yet. */
export function EmptyArch({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <path d="M24 64V36a24 24 0 0 1 48 0v28h-8V36a16 16 0 0 0-32 0v28Z" />
      <path d="M45 20.5 48 12l3 8.5M25 36h7m32 0h7M29 23l6 5m32-5-6 5" strokeOpacity=".6" />
      <path d="M38 64h20" {...accent} />
    </Drawing>
  )
}

/** Two people at a fence: homeowners, users. */
export function Neighbours({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <circle cx="32" cy="24" r="7" />
      <path d="M20 64V46a12 12 0 0 1 24 0M64 64V46a12 12 0 0 0-17-10.9" />
      <circle cx="58" cy="24" r="7" {...accent} />
      <path d="M44 64V50l4-3 4 3v14m4 0V50l4-3 4 3v14m4 0V50l4-3 4 3v14M44 55h32" strokeOpacity=".6" />
    </Drawing>
  )
}

/** A looking glass over lines: a search without a match. */
export function NothingFound({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M14 20h42M14 32h26M14 44h20M14 56h34" strokeOpacity=".45" />
      <circle cx="58" cy="38" r="14" />
      <path d="m68 48 12 12" {...accent} strokeWidth="2.5" />
    </Drawing>
  )
}

/** A sheet and a tray: documents, imports, statements. */
export function PaperTray({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M30 46V10h26l10 10v26M56 10v10h10" />
      <path d="M38 26h20m-20 8h20" strokeOpacity=".6" />
      <path d="M14 46h20l4 8h20l4-8h20v16H14z" {...accent} />
    </Drawing>
  )
}

/** An envelope on its way: messages, notices. */
export function Envelope({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M26 20h56v38H26z" />
      <path d="m26 22 28 21 28-21" {...accent} />
      <path d="M8 30h12M4 40h16m-10 10h10" strokeOpacity=".5" />
    </Drawing>
  )
}

/** A plot staked out with nothing on it: not found. */
export function EmptyPlot({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <path d="M20 64V44m56 20V44M20 49h56" strokeDasharray="3 4" />
      <path d="M48 64V26h22l-5 6 5 6H48" {...accent} />
      <path d="M32 64c0-4 2-6 2-6s2 2 2 6m26 0c0-3 1.5-5 1.5-5s1.5 2 1.5 5" strokeOpacity=".6" />
    </Drawing>
  )
}

/** A gate that is shut: not allowed. */
export function ClosedGate({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <path d="M22 64V34a26 26 0 0 1 52 0v30M30 64V35a18 18 0 0 1 36 0v29" />
      <path d="M39 64V21m9 43V17m9 47V21M30 40h36" strokeOpacity=".6" />
      <path d="M44 44h8v8h-8zM45.5 44v-2.5a2.5 2.5 0 0 1 5 0V44" {...accent} fill="var(--paper)" />
    </Drawing>
  )
}

/** Two columns and the beam beside them: something broke. */
export function FallenLintel({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      {ground}
      <path d="M20 64V30m10 34V30M16 30h18M17 64h16M66 64V30m10 34V30M62 30h18M63 64h16" />
      <path d="m36 58 22-18 4 5-22 18z" {...accent} />
      <path d="M40 24v-4m8 2v-6m8 8v-3" strokeOpacity=".5" />
    </Drawing>
  )
}
