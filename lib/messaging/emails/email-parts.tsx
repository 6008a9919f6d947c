import { Button, Heading, Link, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import type { EmailBrand } from './email-layout'

/** The one sentence an email is about. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h1"
      className="ink"
      style={{ margin: '0 0 12px', fontSize: 22, fontWeight: 650, lineHeight: '30px', color: '#171e2b' }}
    >
      {children}
    </Heading>
  )
}

/** A paragraph of an email. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ margin: '0 0 16px', fontSize: 16, lineHeight: '25px', color: '#2b3342' }}>
      {children}
    </Text>
  )
}

/** What is true besides: how long a link works, what to do when it was not asked for. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <Text className="faint" style={{ margin: '0 0 8px', fontSize: 14, lineHeight: '21px', color: '#5f6672' }}>
      {children}
    </Text>
  )
}

/** The one thing to do, large enough for a thumb, and its address in plain text for clients without buttons. */
export function Action(props: { brand: EmailBrand; href: string; children: ReactNode }) {
  const { brand, href, children } = props
  return (
    <Section style={{ margin: '8px 0 20px' }}>
      <Button
        href={href}
        style={{
          display: 'inline-block',
          padding: '13px 24px',
          borderRadius: 6,
          backgroundColor: brand.accent,
          color: brand.onAccent,
          fontSize: 16,
          fontWeight: 600,
          lineHeight: '20px',
          textDecoration: 'none',
        }}
      >
        {children}
      </Button>
    </Section>
  )
}

/** The address of the action, to copy when the button does not work. */
export function PlainAddress({ href }: { href: string }) {
  return (
    <Text
      className="faint"
      data-skip-in-text="true"
      style={{ margin: '16px 0 0', fontSize: 13, lineHeight: '20px', color: '#5f6672' }}
    >
      If the button does not work, copy this address:
      <Link
        className="link"
        href={href}
        style={{ color: '#171e2b', display: 'block', wordBreak: 'break-all' }}
      >
        {href}
      </Link>
    </Text>
  )
}
