'use client'

import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { formatNumber } from '@/components/ui/format-number'
import type { ListedCounty } from '@/lib/imports/list-managers'

/** Chooses the counties whose associations are taken. */
export function CountyPicker({
  counties,
  chosen,
  onChange,
}: {
  counties: ListedCounty[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}) {
  const toggle = (county: string) =>
    onChange(chosen.includes(county) ? chosen.filter(one => one !== county) : [...chosen, county])
  return (
    <Section
      title="County"
      description={chosen.length === 0 ? 'None chosen: all of them are taken.' : `${chosen.length} chosen`}
      padded={false}
    >
      <ul className="max-h-77 overflow-y-auto py-1">
        {counties.map(({ county, associations }) => (
          <li key={county}>
            <label
              htmlFor={`county-${county}`}
              className="flex cursor-pointer items-center gap-3 px-4 py-1.5 hover:bg-hover"
            >
              <Checkbox
                id={`county-${county}`}
                checked={chosen.includes(county)}
                onChange={() => toggle(county)}
              />
              <span className="min-w-0 flex-1 truncate">
                {county || <span className="text-muted">No county given</span>}
              </span>
              <span className="text-13 text-muted tabular-nums">{formatNumber(associations)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Section>
  )
}
