/** Text as it may stand in HTML, also within an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

const style = `
:root { color-scheme: light dark; --ink: #1a1f36; --soft: #5b6478; --line: #d9dee8; --paper: #fff; --ground: #f5f6f9; --brand: #4f46e5; --bad: #b3261e; --good: #146c43 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef5; --soft: #a5adc0; --line: #343a4c; --paper: #1b1f2a; --ground: #12151d; --brand: #a5a0ff; --bad: #ffb4ab; --good: #7ddba6 } }
* { box-sizing: border-box } body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
p { margin: .25rem 0 } .soft { color: var(--soft) } .bad { color: var(--bad); font-weight: 600 } .good { color: var(--good); font-weight: 600 }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; margin: .75rem 0 }
.row { display: flex; gap: .75rem; align-items: center; justify-content: space-between; padding: .5rem 0; border-top: 1px solid var(--line) } .row:first-child { border-top: 0 } .row > :last-child { flex: none; text-align: right }
form { margin: 0; display: inline-flex; gap: .5rem; flex-wrap: wrap } a { color: var(--brand) } label { display: grid; gap: .25rem }
button, input { font: inherit; min-height: 2.75rem; border-radius: 8px; max-width: 100%; border: 1px solid var(--line); padding: .4rem .9rem; background: var(--paper); color: inherit }
button { cursor: pointer } button.main { background: var(--brand); color: var(--paper); border-color: transparent; font-weight: 600 }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px } table { width: 100%; border-collapse: collapse } td, th { text-align: left; padding: .4rem 0; border-top: 1px solid var(--line); vertical-align: top } tr:first-child > * { border-top: 0 } td:last-child, th:last-child { text-align: right; white-space: nowrap; padding-left: 1rem }
.tag { border: 1px solid var(--line); border-radius: 99px; padding: .05rem .6rem; font-size: .85rem }`

/** A whole page; `body` is HTML. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style><main>${body}<p class="soft" style="margin-top:3rem">Emulated Stripe, for development only. No card is charged.</p></main></html>`
}

/** Cents as people write them. */
export function money(cents: number, currency: string): string {
  return (cents / 100).toLocaleString('en-US', { style: 'currency', currency })
}

/** A day as people write it, in UTC. */
export function day(seconds: number): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Date(seconds * 1000).toLocaleDateString('en-US', style)
}
