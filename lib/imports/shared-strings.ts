import { UnreadableFile } from './file-problem'

const maxBytes = 96 * 1024 * 1024
const maxCount = 8_000_000
const blockBytes = 1024 * 1024

/**
 * The texts that cells of a workbook point to, kept as UTF-8 outside the JavaScript heap: a fraction of what
 * the same texts take as strings.
 */
export class SharedStrings {
  #blocks: Buffer[] = []
  #used = blockBytes
  #total = 0
  #count = 0
  /** For each text: block, offset in the block, length in bytes. */
  #places = new Uint32Array(3 * 1024)

  /** @throws UnreadableFile when the texts together are too many or exceed 96 MB */
  add(text: string): void {
    const length = Buffer.byteLength(text)
    this.#total += length
    if (this.#total > maxBytes || this.#count >= maxCount) throw new UnreadableFile('too_much_content')
    if (this.#used + length > (this.#blocks.at(-1)?.length ?? 0)) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(blockBytes, length)))
      this.#used = 0
    }
    this.#blocks.at(-1)!.write(text, this.#used)
    const place = this.#count++ * 3
    if (place + 3 > this.#places.length) this.#grow()
    this.#places.set([this.#blocks.length - 1, this.#used, length], place)
    this.#used += length
  }

  /** The text at a position, or nothing when the workbook points nowhere. */
  get(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return ''
    const start = this.#places[index * 3 + 1]!
    return this.#blocks[this.#places[index * 3]!]!.toString(
      'utf8',
      start,
      start + this.#places[index * 3 + 2]!,
    )
  }

  #grow(): void {
    const places = new Uint32Array(this.#places.length * 2)
    places.set(this.#places)
    this.#places = places
  }
}
