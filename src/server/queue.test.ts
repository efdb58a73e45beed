import { describe, expect, it } from 'vitest'
import { plainReader } from '../../test/e2e/fixtures/reader.ts'
import { storeOf } from '../../test/e2e/fixtures/store.ts'
import { DragomanError } from '../model/index.ts'
import { type FileReader, openQueue, type Upload } from './queue.ts'

const unknown = { date: null, author: null, publisher: null, title: null, language: null }
const upload = (name: string, text: string): Upload => ({
  name,
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode(text),
  told: unknown,
})

describe('the queue', () => {
  it('reads one document at a time, in order, and tells how long it has been at it', async () => {
    let time = 0
    let running = 0
    let most = 0
    const order: string[] = []
    const reader: FileReader = {
      ...plainReader,
      async readFile(bytes, origin, given) {
        most = Math.max(most, ++running)
        order.push(origin.uri)
        await new Promise((resolve) => setTimeout(resolve, 5))
        time += 2000
        running--
        return plainReader.readFile(bytes, origin, given)
      },
    }
    const store = storeOf([])
    const queue = openQueue(
      store,
      async () => reader,
      () => time,
    )
    for (const name of ['a', 'b', 'c']) queue.add(upload(name, `text ${name}`))
    expect(queue.jobs().map((j) => j.state)).toEqual(['waiting', 'waiting', 'waiting'])
    await queue.idle()
    expect(most).toBe(1)
    expect(order).toEqual(['a', 'b', 'c'])
    expect(queue.jobs().map((j) => j.state === 'added' && j.seconds)).toEqual([2, 2, 2])
    expect(store.documents()).toHaveLength(3)
  })

  it('knows a document that the record has, without opening the program', async () => {
    const store = storeOf([])
    let opened = 0
    const open = async () => {
      opened++
      return plainReader
    }
    const queue = openQueue(store, open, Date.now)
    queue.add(upload('a', 'the same'))
    queue.add(upload('b', 'the same'))
    await queue.idle()
    expect(queue.jobs().map((j) => j.state)).toEqual(['added', 'known'])
    expect(opened).toBe(1)
    expect(store.documents()).toHaveLength(1)
  })

  it('goes on after a document that cannot be read, and says why', async () => {
    const queue = openQueue(storeOf([]), async () => plainReader, Date.now)
    queue.add(upload('bad', 'broken'))
    queue.add(upload('good', 'fine'))
    await queue.idle()
    expect(queue.jobs()).toMatchObject([
      { state: 'failed', code: 'no-text', message: 'no words were found in the file' },
      { state: 'added' },
    ])
  })

  it('finishes the document at hand when it is stopped, and says of the others that they were not read', async () => {
    const store = storeOf([])
    let begun: () => void = () => undefined
    const atHand = new Promise<void>((resolve) => {
      begun = resolve
    })
    const slow: FileReader = {
      ...plainReader,
      async readFile(...given) {
        begun()
        await new Promise((resolve) => setTimeout(resolve, 10))
        return plainReader.readFile(...given)
      },
    }
    const queue = openQueue(store, async () => slow, Date.now)
    queue.add(upload('a', 'first'))
    queue.add(upload('b', 'second'))
    await atHand
    await queue.stop()
    expect(queue.jobs()).toMatchObject([{ state: 'added' }, { state: 'failed', code: 'stopped' }])
    expect(store.documents()).toHaveLength(1)
  })

  it('says when the program cannot be opened', async () => {
    const broken = () => Promise.reject(new DragomanError('model-missing', 'run npm start'))
    const queue = openQueue(storeOf([]), broken, Date.now)
    queue.add(upload('a', 'a'))
    await queue.idle()
    expect(queue.jobs()).toMatchObject([{ state: 'failed', code: 'model-missing', message: 'run npm start' }])
  })
})
