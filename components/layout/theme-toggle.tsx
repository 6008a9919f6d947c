'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'

export type Theme = 'light' | 'dark' | 'system'

const changed = 'themechange'

/** Switches this browser's theme at once and remembers it. */
export function applyTheme(theme: Theme) {
  const root = document.documentElement
  root.classList.remove('light', 'dark')
  if (theme === 'system') {
    localStorage.removeItem('theme')
  } else {
    root.classList.add(theme)
    localStorage.setItem('theme', theme)
  }
  window.dispatchEvent(new Event(changed))
}

function readTheme(): Theme {
  const stored = localStorage.getItem('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function subscribe(tell: () => void) {
  window.addEventListener(changed, tell)
  return () => window.removeEventListener(changed, tell)
}

function choose(value: string) {
  applyTheme(value === 'light' || value === 'dark' ? value : 'system')
}

/** The theme chosen in this browser, empty until known, and the way to change it. */
export function useTheme() {
  const theme = useSyncExternalStore<Theme | ''>(subscribe, readTheme, () => '')
  return [theme, choose] as const
}

export const themeOptions = [
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
  { value: 'system', label: 'As the device', icon: <Monitor aria-hidden /> },
]

const segments = themeOptions.map(({ value, label, icon }) => ({
  value,
  title: label,
  label: (
    <>
      {icon}
      <span className="sr-only">{label}</span>
    </>
  ),
}))

/** Light, dark or as the device says; kept in this browser. */
export function ThemeToggle({ name = 'theme' }: { name?: string }) {
  const [theme, setTheme] = useTheme()
  return <SegmentedControl name={name} label="Theme" value={theme} options={segments} onChange={setTheme} />
}
