export const tabListClass = 'flex gap-5 overflow-x-auto border-b [scrollbar-width:none]'

export const tabClass =
  'inline-flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent -mb-px font-medium text-muted transition-colors hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink data-[state=active]:border-accent data-[state=active]:text-ink focus-visible:-outline-offset-2'
