/** Tells the shell that the browser is on its way to another page; see components/layout/pending-page.tsx. */
export function onRouterTransitionStart(url: string): void {
  window.dispatchEvent(new CustomEvent('portico:leaving', { detail: url }))
}
