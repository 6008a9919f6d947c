'use client'

import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { ClosedGate, EmptyPlot, FallenLintel } from '@/components/ui/drawings'
import { Logo } from '@/components/ui/logo'
import type { Brand } from '@/lib/branding/brand-style'
import { BrandMark } from './brand-mark'

const kinds = {
  404: {
    drawing: EmptyPlot,
    title: 'This page is not here',
    text: 'The address may be mistyped, or the page was moved.',
  },
  403: {
    drawing: ClosedGate,
    title: 'This is not open to you',
    text: 'Your role does not include this page. An administrator of your company can change that.',
  },
  500: {
    drawing: FallenLintel,
    title: 'Something went wrong on our side',
    text: 'It has been noted. Try again in a moment; if it stays, tell support the reference below.',
  },
}

/**
 * A whole page for what could not be shown: not found, not allowed, broken; `reference` is the error's id. For the
 * browser, because every answer carries these pages along: drawn there, they cost a reference each.
 */
export function ErrorPage({
  kind,
  brand,
  reference,
  homeHref = '/',
  homeLabel = 'Back to the start',
  action,
  title,
  text,
  inShell = false,
}: {
  kind: keyof typeof kinds
  /** Whose page it is; a company's is under its own brand. */
  brand?: Brand | 'portico'
  reference?: string
  homeHref?: string
  homeLabel?: string
  action?: ReactNode
  title?: string
  text?: string
  /** A shell is around it, which has the document's one `main` already. */
  inShell?: boolean
}) {
  const Place = inShell ? 'div' : 'main'
  const said = kinds[kind]
  const Drawing = said.drawing
  return (
    <Place className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-start justify-center px-5 py-16">
      {brand === 'portico' && <Logo className="mb-10" />}
      {typeof brand === 'object' && <BrandMark brand={brand} className="mb-10" />}
      <Drawing className="mb-6" />
      <h1 className="text-xl font-semibold tracking-tight">{title ?? said.title}</h1>
      <p className="mt-1.5 text-muted">{text ?? said.text}</p>
      {reference && (
        <p className="mt-3 text-13 text-muted">
          Reference{' '}
          <code className="inline-block rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-ink">
            {reference}
          </code>
        </p>
      )}
      <div className="mt-6 flex gap-2">
        {action}
        <ButtonLink href={homeHref}>{homeLabel}</ButtonLink>
      </div>
    </Place>
  )
}
