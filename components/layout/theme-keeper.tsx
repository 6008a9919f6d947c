'use client'

import { useEffect } from 'react'

/**
 * Applies the chosen theme once more when the document was made by the browser, as it is for a page that was not found
 * or not allowed: a script in such a document is never run.
 */
export function ThemeKeeper() {
  useEffect(() => {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.classList.add(theme)
  }, [])
  return null
}
