'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'

export type Theme = 'light' | 'dark' | 'system'

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
}

function readTheme(): Theme {
  const stored = localStorage.getItem('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

const options = [
  { value: 'light', label: <Sun aria-label="Light" />, title: 'Light' },
  { value: 'dark', label: <Moon aria-label="Dark" />, title: 'Dark' },
  { value: 'system', label: <Monitor aria-label="As the device" />, title: 'As the device' },
]

/** Light, dark or as the device says; kept in this browser. */
export function ThemeToggle({ name = 'theme' }: { name?: string }) {
  const [theme, setTheme] = useState<Theme | ''>('')
  useEffect(() => setTheme(readTheme()), [])
  return (
    <SegmentedControl
      name={name}
      label="Theme"
      value={theme}
      options={options}
      onChange={value => {
        const chosen = value === 'light' || value === 'dark' ? value : 'system'
        applyTheme(chosen)
        setTheme(chosen)
      }}
    />
  )
}
