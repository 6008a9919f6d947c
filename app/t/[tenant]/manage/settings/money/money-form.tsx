'use client'

import { useState } from 'react'
import { editMoneyAction } from '@/app/t/[tenant]/manage/settings/actions'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { FormActions, SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TextareaField } from '@/components/form/textarea-field'
import { SettingsRow } from '@/components/ui/card'
import { currencies } from '@/lib/settings/rules'

export type ShownMoney = {
  currency: string
  vatMode: string
  vatRate: string
  commission: string
  commissionOf: string
  commissionRate: string
  commissionAmount: string
  statementFooter: string
}

const vatModes = [
  { value: 'none', label: 'Not charged' },
  { value: 'exclusive', label: 'Added to prices' },
  { value: 'inclusive', label: 'Contained in prices' },
]
const commissions = [
  { value: 'none', label: 'None by default' },
  { value: 'percent', label: 'A share of each booking' },
  { value: 'fixed', label: 'A fixed amount for each booking' },
]
const bases = [
  { value: 'gross', label: 'What the guest pays' },
  { value: 'net', label: 'What is left after channel fees' },
]

/** Currency, tax, commission and statement footer, to change. */
export function MoneyForm({ money, seen }: { money: ShownMoney; seen: string }) {
  const [currency, setCurrency] = useState(money.currency)
  const [vatMode, setVatMode] = useState(money.vatMode)
  return (
    <ActionForm action={editMoneyAction} doneMessage="Saved" className="gap-0">
      <SettingsRow
        title="Your currency"
        description="For charges, bookings and statements made from now on. What is on the books keeps its currency."
      >
        <input type="hidden" name="seen" value={seen} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="currency"
            label="Currency"
            options={[...currencies]}
            value={currency}
            onChange={event => setCurrency(event.target.value)}
          />
        </div>
      </SettingsRow>
      <SettingsRow title="Tax" description="Value added or sales tax on what the company charges.">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="vatMode"
            label="Tax on prices"
            options={vatModes}
            value={vatMode}
            onChange={event => setVatMode(event.target.value)}
          />
          {vatMode !== 'none' && (
            <TextField
              name="vatRate"
              label="Rate"
              inputMode="decimal"
              defaultValue={money.vatRate}
              after="%"
            />
          )}
        </div>
      </SettingsRow>
      <SettingsRow
        title="Your commission"
        description="What the company keeps of a booking, unless an owner’s own agreement says otherwise."
      >
        <CommissionFields money={money} currency={currency} />
      </SettingsRow>
      <SettingsRow title="Statements" description="Printed at the end of every statement to an owner.">
        <TextareaField
          name="statementFooter"
          label="Statement footer"
          hint="Plain text, up to 1,000 characters. Registration and bank details, for example."
          optional
          rows={4}
          maxLength={1000}
          defaultValue={money.statementFooter}
        />
        <div className="mt-6">
          <FormActions>
            <SubmitButton>Save changes</SubmitButton>
          </FormActions>
        </div>
      </SettingsRow>
    </ActionForm>
  )
}

function CommissionFields({ money, currency }: { money: ShownMoney; currency: string }) {
  const [commission, setCommission] = useState(money.commission)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="commission"
        label="Commission"
        options={commissions}
        value={commission}
        onChange={event => setCommission(event.target.value)}
        className="sm:col-span-2 sm:w-[calc(50%-0.5rem)]"
      />
      {commission === 'percent' && (
        <>
          <TextField
            name="commissionRate"
            label="Share"
            inputMode="decimal"
            defaultValue={money.commissionRate}
            after="%"
          />
          <SelectField name="commissionOf" label="Of" options={bases} defaultValue={money.commissionOf} />
        </>
      )}
      {commission === 'fixed' && (
        <TextField
          name="commissionAmount"
          label="Amount"
          inputMode="decimal"
          defaultValue={money.commissionAmount}
          after={currency}
        />
      )}
    </div>
  )
}
