import { cn } from './cn'

/** First letters (or digits) of the first and last word of a name that have any, as shown in avatars. */
export function initials(name: string) {
  const words = name.split(/\s+/u).flatMap(word => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? [])
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map(letter => letter?.toLocaleUpperCase()).join('') || '?'
}

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' }

/** A person or company as a picture or initials; decorative, so the name must stand beside it. */
export function Avatar({
  name,
  src,
  size = 'md',
  square = false,
  className,
}: {
  name: string
  src?: string | null
  size?: keyof typeof sizes
  square?: boolean
  className?: string
}) {
  const look = cn(
    'inline-grid shrink-0 place-items-center overflow-hidden border bg-sunken font-semibold text-muted',
    square ? 'rounded-md' : 'rounded-full',
    sizes[size],
    className,
  )
  return src ? (
    <img src={src} alt="" className={cn(look, 'object-cover')} />
  ) : (
    <span aria-hidden className={look}>
      {initials(name)}
    </span>
  )
}
