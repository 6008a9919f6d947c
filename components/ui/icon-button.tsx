import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClass } from './button-class'
import { cn } from './cn'

/** A square button with an icon only; `label` is what assistive technology and the hover title say. */
export function IconButton({
  label,
  variant = 'ghost',
  size = 'md',
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & { label: string; variant?: ButtonVariant; size?: 'sm' | 'md' | 'lg' }) {
  const square = size === 'sm' ? 'w-7 pointer-coarse:w-9' : size === 'lg' ? 'w-11' : 'w-(--control-h)'
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={buttonClass(variant, size, cn('px-0', square, className))}
      {...props}
    />
  )
}
