import { Notice } from '@/components/ui/notice'
import { formatFraction, formatShare } from '@/lib/fraction/fraction'
import type { ShareSum } from '@/lib/units/rules'

const written = (sum: ShareSum['sum']) => {
  const [share, exact] = [formatShare(sum), formatFraction(sum)]
  return share === exact ? exact : `${share} (${exact})`
}

/** Says when assessment shares do not make one whole; silent when they do or when all units pay equally. */
export function ShareNotice({ shares }: { shares: ShareSum }) {
  const { state, units, given, sum } = shares
  if (state === 'equal' || state === 'whole') return null
  if (state === 'incomplete')
    return (
      <Notice tone="caution" className="mb-4" title="Some units have no assessment share">
        {given} of {units} units have a share; together they make {written(sum)}. Give every unit a share, or
        none.
      </Notice>
    )
  return (
    <Notice tone="caution" className="mb-4" title="The assessment shares do not make one whole">
      They add up to {written(sum)}, which is {state === 'short' ? 'less' : 'more'} than the whole.
    </Notice>
  )
}

/** The state of an association's assessment shares in a few words. */
export function shareSentence({ state, sum }: ShareSum): string {
  if (state === 'equal') return 'Equal for every unit'
  if (state === 'whole') return 'By share; they make one whole'
  return `By share; they make ${written(sum)}`
}
