import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { UnreadableFile } from './file-problem'

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Feeds XML to handlers piece by piece; names come without their namespace prefix. Entities beyond the five of
 * XML are not expanded, so a document cannot grow.
 * @returns after each piece, so that the caller may take what the handlers gathered
 * @throws UnreadableFile when the XML is not well formed
 */
export async function* parseXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new StringDecoder('utf8')
  parser.on('error', () => {
    throw new UnreadableFile('damaged_workbook')
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged_workbook')
  })
  parser.on('opentag', tag => handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>))
  parser.on('closetag', tag => handlers.close?.(localName(tag.name)))
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  for await (const chunk of stream) {
    parser.write(decoder.write(chunk as Buffer))
    yield
  }
  parser.write(decoder.end()).close()
  yield
}

/** Runs handlers over a whole part that is small enough to be taken at once. */
export async function walkXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(stream, handlers));
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
