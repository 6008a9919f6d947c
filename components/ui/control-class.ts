/** What text fields, selects and text areas have in common. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-(length:--control-text) text-ink transition-[border-color,box-shadow] outline-none focus-visible:border-accent focus-visible:ring-2 focus-visible:ring-accent/35 focus-visible:outline-none aria-invalid:border-critical aria-invalid:focus-visible:ring-critical/35 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint [&[readonly]]:bg-sunken'
