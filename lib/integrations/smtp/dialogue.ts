import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** An answer of a mail server: its code and the lines that came with it. */
export type Reply = { code: number; lines: string[] }

/** A conversation with a mail server, one command and one answer at a time. */
export type Dialogue = { read(): Promise<Reply>; say(command: string): Promise<Reply>; socket: Socket }

const mostLines = 100

/** Opens a connection to an address already looked up; `name` is whom its certificate must be of. */
export function openSocket(to: {
  address: string
  name: string
  port: number
  tls: boolean
}): Promise<Socket> {
  const { address: host, name: servername, port } = to
  return new Promise((resolve, reject) => {
    const socket = to.tls
      ? connectTls({ host, port, servername }, () => resolve(socket))
      : connect({ host, port }, () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Encrypts a connection that began in the clear. */
export function secure(socket: Socket, name: string): Promise<Socket> {
  socket.removeAllListeners('data')
  return new Promise((resolve, reject) => {
    const tls = connectTls({ socket, servername: name }, () => resolve(tls))
    tls.once('error', reject)
  })
}

/** Speaks with a server over a connection. Ends with an error when the connection does, or it says too much. */
export function speak(socket: Socket): Dialogue {
  let rest = ''
  const lines: string[] = []
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined
  let broken: Error | undefined

  function settle() {
    const end = lines.findIndex(line => /^\d{3}(?: |$)/.test(line))
    if (!waiting) return
    if (end >= 0) {
      const reply = lines.splice(0, end + 1)
      waiting.resolve({ code: Number(reply[end]?.slice(0, 3)), lines: reply.map(line => line.slice(4)) })
      waiting = undefined
    } else if (broken || lines.length > mostLines) {
      waiting.reject(broken ?? new Error('the server says too much'))
      waiting = undefined
    }
  }
  socket.setEncoding('utf8')
  socket.on('data', chunk => {
    const parts = (rest + chunk).slice(0, 65_536).split(/\r?\n/)
    rest = parts.pop() ?? ''
    lines.push(...parts)
    settle()
  })
  const breakOff = (error?: Error) => {
    broken = error ?? new Error('the server closed the connection')
    settle()
  }
  socket.on('error', breakOff)
  socket.on('close', () => breakOff())
  const read = () =>
    new Promise<Reply>((resolve, reject) => {
      waiting = { resolve, reject }
      settle()
    })
  const say = (command: string) => {
    socket.write(`${command}\r\n`)
    return read()
  }
  return { read, say, socket }
}
