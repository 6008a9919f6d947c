type Undo = { label?: string; run: () => void }

/**
 * Shows a short message at the edge of the screen, with a way back when there is one.
 * The toaster is loaded when the first message is shown.
 */
export async function showToast(
  message: string,
  options: { tone?: 'positive' | 'critical'; undo?: Undo } = {},
) {
  const { mountToaster, toast } = await import('./toaster')
  await mountToaster()
  const show = options.tone === 'critical' ? toast.error : options.tone === 'positive' ? toast.success : toast
  show(message, {
    duration: options.undo ? 10_000 : 5_000,
    action: options.undo && { label: options.undo.label ?? 'Undo', onClick: options.undo.run },
  })
}
