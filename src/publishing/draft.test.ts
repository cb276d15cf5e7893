import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDraft, refuseIncomplete } from './draft.ts'

const good = { kind: 'news', theme: 'community', title: 'Judul', body: 'Isi' }

test('what is wrong is named by field', () => {
  const cases: [change: object, fields: string[]][] = [
    [{}, []],
    [{ title: '  \u0000 ' }, ['title']],
    [{ title: 'a'.repeat(201) }, ['title']],
    [{ summary: 'a'.repeat(401) }, ['summary']],
    [{ body: 'a'.repeat(60_001) }, ['body']],
    [{ body: 'a'.repeat(60_000) }, []],
    [{ kind: 'gallery', theme: 'constructor' }, ['kind', 'theme']],
    [{ kind: 'event', eventDay: '2026-02-30' }, ['eventDay']],
    [{ kind: 'event', eventDay: '2026-02-28', eventPlace: 'Aula' }, []],
    [{ kind: 'news', eventDay: 'bukan hari' }, []],
  ]
  for (const [change, fields] of cases) {
    const read = readDraft({ ...good, ...change })
    assert.deepEqual('errors' in read ? Object.keys(read.errors) : [], fields, JSON.stringify(change).slice(0, 80))
  }
})

test('titles are one clean line', () => {
  const read = readDraft({ ...good, title: ' Dua\n baris\u0007 \u202Ejadi  satu ' })
  assert.equal('draft' in read && read.draft.title, 'Dua baris jadi satu')
})

test('a publication needs a body, an event its day', () => {
  assert.deepEqual(refuseIncomplete({ kind: 'news', bodyHtml: '<p>Isi</p>', eventDay: null }), {})
  assert.deepEqual(Object.keys(refuseIncomplete({ kind: 'event', bodyHtml: '', eventDay: null })), ['body', 'eventDay'])
})
