'use client'

import { useState } from 'react'
import { RadioField } from '@/components/form/select-field'
import type { AssociationName } from '@/lib/people/find-associations'
import { AssociationPicker } from './association-picker'

/** All associations, or chosen ones. */
export function LimitFields({ scope, chosen }: { scope: 'all' | 'chosen'; chosen: AssociationName[] }) {
  const [limited, setLimited] = useState(scope === 'chosen')
  return (
    <>
      {/* The radio buttons say by bubbling which of them was chosen. */}
      <div
        onChange={event => {
          if (event.target instanceof HTMLInputElement) setLimited(event.target.value === 'chosen')
        }}
      >
        <RadioField
          name="scope"
          label="Which associations"
          defaultValue={scope}
          choices={[
            { value: 'all', label: 'All, also those added later' },
            { value: 'chosen', label: 'Only chosen ones', description: 'They see nothing of the others.' },
          ]}
        />
      </div>
      {limited && <AssociationPicker initial={chosen} />}
    </>
  )
}
