import { describe, expect, it, vi } from 'vitest'
import { Handoff } from './viewer-handoff'

describe('Handoff', () => {
  it('gives every shell what the page proved, and never looks', async () => {
    const look = vi.fn(async () => 'looked')
    const handoff = new Handoff(look)
    handoff.claim()
    const shells = [handoff.wait(), handoff.wait()]
    setTimeout(() => handoff.resolve('proved'), 350)
    expect(await Promise.all(shells)).toEqual(['proved', 'proved'])
    expect(look).not.toHaveBeenCalled()
  })

  it('leaves a page that starts a little later the time to do so', async () => {
    const look = vi.fn(async () => 'looked')
    const handoff = new Handoff(look)
    const shell = handoff.wait()
    setTimeout(() => {
      handoff.claim()
      handoff.resolve('proved')
    }, 100)
    expect(await shell).toBe('proved')
    expect(look).not.toHaveBeenCalled()
  })

  it('lets a shell go on as soon as the page has proved, not only when its patience ends', async () => {
    vi.useFakeTimers()
    try {
      const handoff = new Handoff(async () => 'looked')
      const shell = handoff.wait()
      handoff.claim()
      handoff.resolve('proved')
      expect(await shell).toBe('proved')
    } finally {
      vi.useRealTimers()
    }
  })

  it('looks once for all shells when there is no page', async () => {
    const look = vi.fn(async () => 'looked')
    const handoff = new Handoff(look)
    expect(await Promise.all([handoff.wait(), handoff.wait()])).toEqual(['looked', 'looked'])
    expect(look).toHaveBeenCalledTimes(1)
  })

  it('fails shells when the page fails before it proved anything', async () => {
    const handoff = new Handoff(async () => 'looked')
    handoff.claim()
    handoff.reject(new Error('no database'))
    await expect(handoff.wait()).rejects.toThrow('no database')
  })

  it('keeps what was proved when the page fails afterwards', async () => {
    const handoff = new Handoff(async () => 'looked')
    handoff.claim()
    handoff.resolve('proved')
    handoff.reject(new Error('too late'))
    expect(await handoff.wait()).toBe('proved')
  })

  it('fails shells when looking fails', async () => {
    const handoff = new Handoff(() => Promise.reject(new Error('no database')))
    await expect(handoff.wait()).rejects.toThrow('no database')
  })
})
