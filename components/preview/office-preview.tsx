import { Building2, DoorOpen, House, Search, UsersRound } from 'lucide-react'
import { BrandMark } from '@/components/layout/brand-mark'
import { cn } from '@/components/ui/cn'
import type { Brand } from '@/lib/branding/brand-style'
import { BrowserFrame } from './frames'

const places = [
  { label: 'Home', icon: House },
  { label: 'Associations', icon: Building2, current: true },
  { label: 'Units', icon: DoorOpen },
  { label: 'Homeowners', icon: UsersRound },
]

/** A row of the previewed list. */
export type PreviewRow = { name: string; place: string; units: number }

/** The back office in a brand's look, as a picture: what signing up or changing the colour will give. */
export function OfficePreview({
  brand,
  address,
  rows,
  className,
}: {
  brand: Brand
  address: string
  rows: PreviewRow[]
  className?: string
}) {
  return (
    <BrowserFrame
      address={address}
      label={`The back office of ${brand.name}, as a preview`}
      color={brand.color}
      className={className}
    >
      <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] border-t-[3px] border-accent text-xs sm:grid-cols-[10.5rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-2 border-r bg-sunken p-2.5">
          <BrandMark brand={brand} className="text-13" />
          <span className="flex h-6 items-center gap-1.5 rounded-md border bg-surface px-1.5 text-faint">
            <Search className="size-3" />
            Search
          </span>
          <ul className="flex flex-col gap-px">
            {places.map(({ label, icon: Icon, current }) => (
              <li
                key={label}
                className={cn(
                  'flex h-6 items-center gap-1.5 rounded-md px-1.5 font-medium text-muted',
                  current && 'bg-accent-soft text-accent-ink',
                )}
              >
                <Icon className="size-3.5" />
                {label}
              </li>
            ))}
          </ul>
        </div>
        <div className="min-w-0 p-3">
          <div className="mb-2.5 flex items-center justify-between gap-2">
            <span className="truncate text-sm font-semibold">Associations</span>
            <span className="rounded-md bg-accent px-2 py-1 font-medium whitespace-nowrap text-accent-contrast">
              Add association
            </span>
          </div>
          <div className="overflow-hidden rounded-lg border bg-surface">
            {rows.map((row, index) => (
              <div
                key={row.name}
                className={cn(
                  'grid grid-cols-[minmax(0,1fr)_auto] gap-2 border-b px-2.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_3rem]',
                  index === 1 && 'bg-accent-soft',
                )}
              >
                <span className="truncate font-medium">{row.name}</span>
                <span className="hidden truncate text-muted sm:block">{row.place}</span>
                <span className="text-right tabular-nums">{row.units}</span>
              </div>
            ))}
          </div>
        </div>
      </div>
    </BrowserFrame>
  )
}
