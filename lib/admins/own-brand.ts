/** How Portico's own mails to its admins look. */
export const ownBrand = {
  company: 'Portico’s administration',
  logoUrl: null,
  accent: '#2f5d50',
  onAccent: '#ffffff',
  supportEmail: null,
  supportPhone: null,
  locale: 'en-US',
  unmarked: true,
}
