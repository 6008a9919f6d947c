'use client'

const script =
  "try{var d=document.documentElement,t=localStorage.theme;if(t==='dark'||t==='light')d.classList.add(t);if(localStorage.density==='compact')d.dataset.density='compact'}catch(e){}"

/** Applies the theme and density a person chose in this browser before anything is painted. */
export function ThemeScript({ nonce }: { nonce?: string }) {
  // It runs while the document is parsed. In the browser it is text, for React would not run it and warns of it.
  return (
    <script
      nonce={nonce}
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
    >
      {script}
    </script>
  )
}
