import { initials } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import type { Brand } from '@/lib/branding/brand-style'

/** The tenant's logo, or its initials on its own colour, with its name beside it. */
export function BrandMark({ brand, className }: { brand: Brand; className?: string }) {
  return (
    <span className={cn('flex min-w-0 items-center gap-2.5', className)}>
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
      <span className="truncate font-semibold tracking-tight">{brand.name}</span>
    </span>
  )
}
