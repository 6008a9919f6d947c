import { PortalPreview } from '@/components/preview/portal-preview'
import { Feature } from './feature'
import { demoHome, gulfline, palmAndPier, seabreeze } from './samples'

const phones = [
  {
    brand: palmAndPier,
    home: { unit: '8', association: 'Captain’s Pointe', place: 'Fort Myers, FL', share: 'One half' },
  },
  { brand: seabreeze, home: demoHome },
  {
    brand: gulfline,
    home: {
      unit: '203',
      association: 'Sunset Plaza Apts',
      place: 'St. Petersburg, FL',
      share: 'The whole unit',
    },
  },
]

/** The portal: one product, in each company's own look. */
export function PortalSection() {
  return (
    <Feature
      id="portal"
      eyebrow="Portal"
      title="Your name on the door, not ours"
      flip
      text={
        <p>
          Homeowners sign in at your address, under your logo and color, by a link in their email: no password
          to forget. They see their home, who owns it with them, and who sits on their board.
        </p>
      }
      points={[
        'Made for a thumb and a small screen first; light and dark.',
        'Your color is measured against the page and corrected until everybody can read it.',
        'It goes on the home screen under your name and icon.',
      ]}
    >
      <div className="flex items-center justify-center">
        {phones.map(({ brand, home }, index) => (
          <PortalPreview
            key={brand.name}
            brand={brand}
            home={home}
            className={index === 1 ? 'z-10 shrink-0' : 'hidden shrink-0 scale-90 sm:-mx-5 sm:block'}
          />
        ))}
      </div>
    </Feature>
  )
}
