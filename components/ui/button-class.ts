import { cn } from './cn'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-outline' | 'link'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium select-none transition-colors disabled:opacity-50 aria-disabled:opacity-50 aria-disabled:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-contrast hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken dark:hover:bg-raised',
  ghost: 'btn-ghost text-muted hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
  danger: 'bg-critical-fill text-[white] hover:brightness-90',
  // Leads to something grave, which the dialog it opens asks about in full red.
  'danger-outline': 'border border-line-strong bg-surface text-critical hover:bg-critical-soft',
  link: 'text-accent-ink underline-offset-4 hover:underline',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-13 [[data-touch]_&]:h-9 pointer-coarse:h-9',
  md: 'h-(--control-h) px-3 text-(length:--control-text)',
  lg: 'h-11 px-4 text-base',
}

/** The classes of a button, for elements that must look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', extra?: string) {
  return cn(base, variants[variant], sizes[size], variant === 'link' && 'h-auto px-0', extra)
}
