'use client'

import { useOptimistic, useTransition } from 'react'
import { chooseFeatureAction } from '@/app/t/[tenant]/manage/settings/actions'
import { Switch } from '@/components/ui/checkbox'
import { showToast } from '@/components/ui/toast'

/** Switches a feature on or off at once; says so in a toast that takes it back. */
export function FeatureSwitch(props: { feature: string; label: string; on: boolean; disabled: boolean }) {
  const [pending, startTransition] = useTransition()
  const [shown, show] = useOptimistic(props.on)
  function choose(on: boolean) {
    startTransition(async () => {
      show(on)
      const result = await chooseFeatureAction({ feature: props.feature, on: String(on) })
      if (!result.ok) return void showToast(result.message, { tone: 'critical' })
      void showToast(`${props.label} is ${on ? 'on' : 'off'}`, {
        tone: 'positive',
        undo: { run: () => choose(!on) },
      })
    })
  }
  return (
    <Switch
      aria-label={props.label}
      checked={shown}
      disabled={props.disabled || pending}
      onChange={event => choose(event.target.checked)}
      className="mt-0.5"
    />
  )
}
