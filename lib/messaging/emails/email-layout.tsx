import { Body, Container, Head, Html, Img, Link, Preview, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'

/** What an email wears of its tenant; colours already corrected for contrast. */
export type EmailBrand = {
  company: string
  /** Absolute address of the logo, if there is one. */
  logoUrl: string | null
  accent: string
  onAccent: string
  supportEmail: string | null
  supportPhone: string | null
  locale: string
  /** The company's plan leaves Portico's name out. */
  unmarked?: boolean
}

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

// Clients that know dark mode take these; the others keep the inline colours or invert them by themselves.
const darkMode = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .page { background-color: #f5f2ee; }
  @media (prefers-color-scheme: dark) {
    .page { background-color: #16191f !important; }
    .card {
      background-color: #1f232a !important; border-left-color: #343a44 !important;
      border-right-color: #343a44 !important; border-bottom-color: #343a44 !important;
    }
    .ink { color: #efece7 !important; }
    .faint { color: #a9adb5 !important; }
    .link { color: #efece7 !important; }
    .plate { background-color: #ffffff !important; }
  }
  @media (max-width: 480px) { .card { padding: 24px 20px !important; } }
`

/** The frame of every email: the company's mark above, one card, how to reach the company below. */
export function EmailLayout(props: { brand: EmailBrand; preview: string; children: ReactNode }) {
  const { brand, preview, children } = props
  return (
    <Html lang={brand.locale} dir="ltr">
      <Head>
        <title>{brand.company}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkMode}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="page" style={{ margin: 0, fontFamily: font }}>
        {/* The component would copy a colour of its own to a cell that dark mode cannot name. */}
        <Section className="page" style={{ backgroundColor: '#f5f2ee' }}>
          <Container style={{ maxWidth: 520, margin: '0 auto', padding: '32px 16px 40px' }}>
            <Mark brand={brand} />
            <Section
              className="card"
              style={{
                backgroundColor: '#ffffff',
                border: '1px solid #e2ddd5',
                borderTop: `3px solid ${brand.accent}`,
                borderRadius: 8,
                padding: '32px 36px',
              }}
            >
              {children}
            </Section>
            <Footer brand={brand} />
          </Container>
        </Section>
      </Body>
    </Html>
  )
}

function Mark({ brand }: { brand: EmailBrand }) {
  if (!brand.logoUrl) {
    return (
      <Text
        className="ink"
        style={{ margin: '0 0 20px', fontSize: 18, fontWeight: 650, lineHeight: '28px', color: '#171e2b' }}
      >
        {brand.company}
      </Text>
    )
  }
  return (
    <Section style={{ margin: '0 0 20px' }}>
      {/* Logos are drawn for paper; on a dark page they keep a white plate. The attribute is for Outlook, which knows no
          greatest size; everywhere else a wide logo gets less high. */}
      <Img
        className="plate"
        src={brand.logoUrl}
        alt={brand.company}
        height={40}
        style={{
          ...{ width: 'auto', height: 'auto', maxWidth: 220, maxHeight: 40 },
          ...{ borderRadius: 4, padding: 4, fontSize: 18, fontWeight: 650 },
        }}
      />
    </Section>
  )
}

function Footer({ brand }: { brand: EmailBrand }) {
  const style = { margin: '0 0 4px', fontSize: 13, lineHeight: '20px', color: '#5f6672' }
  return (
    <Section style={{ padding: '20px 4px 0' }}>
      {(brand.supportEmail || brand.supportPhone) && (
        <Text className="faint" style={style}>
          Questions? {brand.supportEmail && 'Reply to this email'}
          {brand.supportEmail && brand.supportPhone && ' or call '}
          {!brand.supportEmail && brand.supportPhone && 'Call '}
          {brand.supportPhone && (
            <Link
              className="link"
              href={`tel:${brand.supportPhone.replace(/[^+\d]/g, '')}`}
              style={{ color: '#171e2b', whiteSpace: 'nowrap' }}
            >
              {brand.supportPhone}
            </Link>
          )}
          .
        </Text>
      )}
      <Text className="faint" style={style}>
        {brand.unmarked ? `Sent by ${brand.company}.` : `Sent for ${brand.company} by Portico.`}
      </Text>
    </Section>
  )
}
