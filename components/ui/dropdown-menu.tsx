'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import * as Menu from 'radix-ui/dropdown-menu'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type MenuItem =
  | {
      kind?: 'item'
      label: string
      icon?: ReactNode
      href?: string
      onSelect?: () => void
      shortcut?: string
      danger?: boolean
      disabled?: boolean
    }
  | {
      kind: 'check'
      label: string
      checked: boolean
      onChange: (checked: boolean) => void
      disabled?: boolean
    }
  | {
      kind: 'choice'
      label: string
      value: string
      options: { value: string; label: string; icon: ReactNode }[]
      onChange: (value: string) => void
    }
  | { kind: 'label'; label: string }
  | { kind: 'separator' }

const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0'

function Choice({ item }: { item: Extract<MenuItem, { kind: 'choice' }> }) {
  return (
    <Menu.RadioGroup
      aria-label={item.label}
      value={item.value}
      onValueChange={item.onChange}
      className="mx-1 my-1 flex rounded-md border border-line-strong bg-sunken p-0.5"
    >
      {item.options.map(option => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          aria-label={option.label}
          title={option.label}
          onSelect={event => event.preventDefault()}
          className="grid h-7 flex-1 cursor-pointer place-items-center rounded-sm text-muted outline-none data-highlighted:text-ink data-highlighted:ring-1 data-highlighted:ring-accent data-[state=checked]:bg-surface data-[state=checked]:text-ink pointer-coarse:h-9 [&_svg]:size-4"
        >
          {option.icon}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function Row({ item }: { item: MenuItem }) {
  if (item.kind === 'separator') return <Menu.Separator className="-mx-1 my-1 h-px bg-line" />
  if (item.kind === 'label') {
    return <Menu.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-faint">{item.label}</Menu.Label>
  }
  if (item.kind === 'choice') return <Choice item={item} />
  if (item.kind === 'check') {
    return (
      <Menu.CheckboxItem
        className={row}
        checked={item.checked}
        disabled={item.disabled}
        onCheckedChange={item.onChange}
        onSelect={event => event.preventDefault()}
      >
        <span className="grid size-4 place-items-center">
          <Menu.ItemIndicator>
            <Check aria-hidden />
          </Menu.ItemIndicator>
        </span>
        {item.label}
      </Menu.CheckboxItem>
    )
  }
  const look = cn(row, item.danger && 'text-critical')
  const body = (
    <>
      {item.icon && <span className={item.danger ? undefined : 'text-muted'}>{item.icon}</span>}
      <span className="flex-1">{item.label}</span>
      {item.shortcut && <span className="text-xs text-faint">{item.shortcut}</span>}
    </>
  )
  return (
    <Menu.Item
      className={look}
      disabled={item.disabled}
      onSelect={item.onSelect}
      asChild={Boolean(item.href)}
    >
      {item.href ? <Link href={item.href}>{body}</Link> : body}
    </Menu.Item>
  )
}

/** A menu of acts or choices that opens from `trigger`, which must be one button. */
export function DropdownMenu({
  trigger,
  items,
  header,
  align = 'end',
  side,
  className,
}: {
  trigger: ReactNode
  items: MenuItem[]
  header?: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  className?: string
}) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn('pop min-w-44', className)}
        >
          {header}
          {items.map((item, index) => (
            <Row
              key={item.kind === 'separator' ? `separator-${index}` : `${item.kind} ${item.label}`}
              item={item}
            />
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}
