/** A row of tabs; one that scrolls sideways fades out at the end where there is more (`data-more`). */
export const tabListClass =
  'flex gap-5 overflow-x-auto border-b [scrollbar-width:none] data-[more=after]:[mask-image:linear-gradient(to_right,#000_calc(100%-3rem),transparent)] data-[more=before]:[mask-image:linear-gradient(to_left,#000_calc(100%-3rem),transparent)] data-[more=both]:[mask-image:linear-gradient(to_right,transparent,#000_3rem,#000_calc(100%-3rem),transparent)]'

export const tabClass =
  'inline-flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent -mb-px font-medium text-muted transition-colors hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink data-[state=active]:border-accent data-[state=active]:text-ink focus-visible:-outline-offset-2'
