/** Fields of a register of associations, with the headings they go by; the first one is that of the sample file. */
export const registerFields = [
  {
    name: 'externalKey',
    label: 'Register number',
    headings:
      'project number|project no|project id|register number|registration number|external id|external key|association number|association id',
  },
  { name: 'fileNumber', label: 'File number', headings: 'file number|file no' },
  {
    name: 'name',
    label: 'Association',
    headings:
      'condo name|association name|association|condominium name|condominium|community name|community|hoa name|project name|name',
  },
  { name: 'county', label: 'County', headings: 'county|county name|parish' },
  {
    name: 'address',
    label: 'Address in one line',
    headings: 'street city state zip|full address|address|property address|location|site address',
  },
  {
    name: 'street',
    label: 'Street',
    headings: 'street|street address|address line 1|address 1|property street|address street',
  },
  { name: 'city', label: 'City', headings: 'city|town|property city|municipality' },
  { name: 'region', label: 'State', headings: 'state|region|province|property state' },
  { name: 'postalCode', label: 'ZIP code', headings: 'zip|zip code|postal code|postcode|property zip' },
  {
    name: 'units',
    label: 'Number of units',
    headings:
      'units|number of units|no of units|unit count|units count|total units|num units|doors|homes|lots|number of homes|number of lots',
  },
  {
    name: 'recordedOn',
    label: 'Recorded on',
    headings: 'recorded date|date recorded|recorded on|recording date|recorded',
  },
  { name: 'primaryStatus', label: 'Primary status', headings: 'primary status|status|project status' },
  { name: 'secondaryStatus', label: 'Secondary status', headings: 'secondary status|sub status|substatus' },
  {
    name: 'entityNumber',
    label: 'Managing entity number',
    headings: 'managing entity number|managing entity no|managing entity id',
  },
  {
    name: 'entityName',
    label: 'Managing entity',
    headings: 'managing entity name|managing entity|legal name|entity name',
  },
  {
    name: 'managerRoute',
    label: 'Management company',
    headings:
      'managing entity route|managing entity care of|care of|c o|management company|managed by|manager|management|property manager',
  },
  {
    name: 'entityStreet',
    label: 'Managing entity street',
    headings: 'managing entity street|managing entity address|management address',
  },
  { name: 'entityCity', label: 'Managing entity city', headings: 'managing entity city' },
  { name: 'entityRegion', label: 'Managing entity state', headings: 'managing entity state' },
  {
    name: 'entityPostalCode',
    label: 'Managing entity ZIP code',
    headings: 'managing entity zip|managing entity zip code',
  },
] as const
