/** Shortens what a cell holds to what a message can quote. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
