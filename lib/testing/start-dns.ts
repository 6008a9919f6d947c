import { createSocket } from 'node:dgram'

export type DnsServer = {
  /** `127.0.0.1:port`, as DNS_SERVERS takes it. */
  address: string
  /** The TXT records of a name; a name without any does not exist. */
  records: Map<string, string[]>
  /** Answers every question with a failure while true. */
  broken: boolean
  stop(): Promise<void>
}

const types = { txt: 16, classIn: 1 }

/** The name in a question, and where it ends. */
function readName(packet: Buffer, from: number): { name: string; end: number } {
  const labels: string[] = []
  let at = from
  for (let length = packet.readUInt8(at); length > 0; length = packet.readUInt8(at)) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

/** A TXT record about the question's name; a text is cut into pieces of at most 255 bytes. */
function answerOf(text: string): Buffer {
  const bytes = Buffer.from(text)
  const pieces: Buffer[] = []
  for (let at = 0; at < Math.max(bytes.length, 1); at += 255) {
    const piece = bytes.subarray(at, at + 255)
    pieces.push(Buffer.from([piece.length]), piece)
  }
  const data = Buffer.concat(pieces)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(types.txt, 2)
  head.writeUInt16BE(types.classIn, 4)
  head.writeUInt32BE(1, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function reply(question: Buffer, texts: string[] | undefined, broken: boolean): Buffer {
  const { end } = readName(question, 12)
  const asksText = question.readUInt16BE(end) === types.txt
  const answers = !broken && asksText ? (texts ?? []) : []
  const head = Buffer.alloc(12)
  head.writeUInt16BE(question.readUInt16BE(0), 0)
  const code = broken ? 2 : texts ? 0 : 3
  head.writeUInt16BE(0x8180 | code, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(answers.length, 6)
  return Buffer.concat([head, question.subarray(12, end + 4), ...answers.map(answerOf)])
}

/** Starts a name server on this machine that knows TXT records, for tests of what asks real ones. */
export async function startDns(): Promise<DnsServer> {
  const socket = createSocket('udp4')
  const server: DnsServer = {
    address: '',
    records: new Map(),
    broken: false,
    stop: () => new Promise(resolve => socket.close(() => resolve())),
  }
  socket.on('message', (packet, from) => {
    const { name } = readName(packet, 12)
    socket.send(reply(packet, server.records.get(name), server.broken), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  server.address = `127.0.0.1:${socket.address().port}`
  return server
}
