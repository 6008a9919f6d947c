/** Writes a number into a text: `{count}` becomes the number, `{unit|units}` the word that goes with it. */
export function withCount(text: string, count: number): string {
  return text
    .replaceAll('{count}', String(count))
    .replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) => (count === 1 ? one : many))
}
