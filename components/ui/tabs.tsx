'use client'

import * as Radix from 'radix-ui/tabs'
import type { ReactNode } from 'react'
import { tabClass, tabListClass } from './tab-class'

export type Tab = { value: string; label: ReactNode; content: ReactNode }

/** Panels of one page, switched without loading; for panels with their own address use `TabNav`. */
export function Tabs({ tabs, label, defaultValue }: { tabs: Tab[]; label: string; defaultValue?: string }) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value}>
      <Radix.List aria-label={label} className={tabListClass}>
        {tabs.map(tab => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabClass}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(tab => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
