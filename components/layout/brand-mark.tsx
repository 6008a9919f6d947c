import { initials } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import type { Brand } from '@/lib/branding/brand-style'

/**
 * The tenant's logo, or its initials on its own colour, with its name beside it. A name that has no room beside a wide
 * logo falls below the line, where only screen readers find it: such logos spell the name.
 */
export function BrandMark({ brand, className }: { brand: Brand; className?: string }) {
  return (
    <span className={cn('flex h-8 min-w-0 flex-wrap items-center gap-x-2.5 overflow-hidden', className)}>
      {brand.logoUrl ? (
        <img src={brand.logoUrl} alt="" className="h-8 max-w-32 shrink-0 rounded-sm object-contain" />
      ) : (
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-md bg-accent text-xs font-semibold text-accent-contrast"
        >
          {initials(brand.name)}
        </span>
      )}
      <span className="min-w-20 flex-1 truncate font-semibold leading-8 tracking-tight">{brand.name}</span>
    </span>
  )
}
