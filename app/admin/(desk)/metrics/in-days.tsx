/** A sum, and of how many days it is. */
export function InDays({ text, days }: { text: string; days: number }) {
  return (
    <>
      {text} <span className="text-13 font-normal text-muted">in {days} days</span>
    </>
  )
}
