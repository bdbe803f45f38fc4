import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'

const visit = {
  id: 'v',
  articleId: '0123456789abcdef',
  title: '渡口',
  author: '',
  startedAt: 1,
  seconds: 2,
  progress: 0.5,
  place: { block: 3, offset: 0.25 },
}

/** The database as the first version made it, in use. */
function makeFirstVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('shiye', 1)
    request.onupgradeneeded = () => {
      const visits = request.result.createObjectStore('visits', { keyPath: 'id' })
      visits.createIndex('startedAt', 'startedAt')
      visits.createIndex('article', ['articleId', 'startedAt'])
      visits.put(visit)
      visits.put({ id: 'broken' })
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
}

test('a database of the first version keeps all it holds and gains room for what came later', async () => {
  await makeFirstVersion()
  const database = await openDatabase()
  expect(await database.getAll('visits')).toEqual([{ id: 'broken' }, visit])
  expect(await database.getAllFromIndex('visits', 'startedAt')).toEqual([visit])
  expect([...database.transaction('marks').store.indexNames]).toEqual(['article', 'createdAt'])
  expect([...database.objectStoreNames]).toEqual([
    'log',
    'marks',
    'mutes',
    'own',
    'readMarks',
    'saved',
    'visits',
  ])
})
