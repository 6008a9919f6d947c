/** Fields of a roster of homeowners, with the headings they go by; a person is named in one column or in two. */
export const rosterFields = [
  {
    name: 'association',
    label: 'Association',
    headings:
      'association|association name|community|community name|condo name|condominium|condominium name|hoa|hoa name|complex|property name|property',
  },
  {
    name: 'associationKey',
    label: 'Association register number',
    headings:
      'association number|association no|association id|association code|community id|community code|project number|project no|register number|external key',
  },
  {
    name: 'unit',
    label: 'Unit',
    headings:
      'unit|unit number|unit no|unit label|unit id|apartment|apt|apt no|apartment number|suite|lot|lot number|lot no|door|home number|unit lot',
  },
  {
    name: 'name',
    label: 'Name',
    headings:
      'name|owner|owner name|homeowner|homeowner name|full name|owners|unit owner|resident name|resident|contact name|member name|member|primary owner|owner full name',
  },
  {
    name: 'firstName',
    label: 'First name',
    headings: 'first name|given name|forename|first|owner first name|fname',
  },
  {
    name: 'lastName',
    label: 'Last name',
    headings: 'last name|surname|family name|last|owner last name|lname',
  },
  {
    name: 'email',
    label: 'Email',
    headings:
      'email|e mail|email address|e mail address|mail|owner email|contact email|primary email|email 1',
  },
  {
    name: 'phone',
    label: 'Phone',
    headings:
      'phone|phone number|telephone|telephone number|mobile|mobile phone|cell|cell phone|cellphone|owner phone|contact phone|primary phone|phone 1|tel|home phone',
  },
  {
    name: 'mailingAddress',
    label: 'Mailing address in one line',
    headings:
      'mailing address|mail address|postal address|owner address|address|mail to|correspondence address|off site address|billing address',
  },
  {
    name: 'mailingStreet',
    label: 'Mailing street',
    headings:
      'mailing street|mailing address 1|mailing address line 1|mailing street address|street|street address|address 1|address line 1',
  },
  {
    name: 'mailingStreet2',
    label: 'Mailing street, second line',
    headings: 'mailing address 2|mailing address line 2|mailing street 2|address 2|address line 2',
  },
  { name: 'mailingCity', label: 'Mailing city', headings: 'mailing city|city|town' },
  {
    name: 'mailingRegion',
    label: 'Mailing state',
    headings: 'mailing state|state|province|region|mailing province',
  },
  {
    name: 'mailingPostalCode',
    label: 'Mailing ZIP code',
    headings: 'mailing zip|mailing zip code|mailing postal code|zip|zip code|postal code|postcode',
  },
  { name: 'mailingCountry', label: 'Mailing country', headings: 'mailing country|country' },
  {
    name: 'ownerSince',
    label: 'Owner since',
    headings:
      'owner since|ownership date|purchase date|date purchased|purchased|purchased on|closing date|settlement date|owned since|acquired|acquisition date|date acquired|start date|ownership start|since|deed date|move in date',
  },
] as const
