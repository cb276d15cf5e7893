import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../platform/ctx.ts'
import {
  type Content,
  type ContentState,
  refuseStale,
  refuseToApprove,
  refuseToChange,
  refuseTooLong,
  refuseToRemove,
  refuseToReturn,
  refuseToSubmit,
} from './content.ts'

const at = new Date('2026-11-23T03:00:00Z')
const content = (state: ContentState, more: Partial<Content> = {}): Content => ({
  id: 'c',
  agencyId: 'dinkes',
  kind: 'news',
  theme: 'community',
  title: 'Judul',
  slug: 'judul',
  summary: '',
  bodySource: 'Isi',
  bodyHtml: '<p>Isi</p>',
  pictureId: null,
  eventDay: null,
  eventPlace: '',
  state,
  significant: true,
  returnReason: null,
  version: 3,
  authorId: 'sari',
  authorName: 'Sari Contoh',
  editorId: 'sari',
  editorName: 'Sari Contoh',
  createdAt: at,
  changedAt: at,
  revisionId: null,
  firstPublishedAt: null,
  significantChangeAt: null,
  minorChangeAt: null,
  ...more,
})
const person = (id: string): Actor => ({ kind: 'person', id, name: id, grants: [] })

test('each step is open in its own states only', () => {
  const open: Record<string, readonly ContentState[]> = {
    change: ['draft', 'in-review', 'published'],
    submit: ['draft'],
    approve: ['in-review'],
    return: ['in-review'],
    remove: ['draft', 'in-review', 'published'],
  }
  const steps: Record<string, (content: Content) => unknown> = {
    change: refuseToChange,
    submit: refuseToSubmit,
    approve: (one) => refuseToApprove(one, person('budi')),
    return: refuseToReturn,
    remove: refuseToRemove,
  }
  for (const [name, refuse] of Object.entries(steps))
    for (const state of ['draft', 'in-review', 'published', 'removed'] as const)
      assert.equal(refuse(content(state)) === undefined, open[name]?.includes(state), `${name} ${state}`)
})

test('neither the writer nor the last to change it approves', () => {
  const cases: [author: string | null, editor: string | null, actor: Actor, refused: boolean][] = [
    ['sari', 'sari', person('budi'), false],
    ['sari', 'sari', person('sari'), true],
    ['sari', 'budi', person('budi'), true],
    ['sari', 'budi', person('dewi'), false],
    [null, null, person('budi'), false],
    [null, null, { kind: 'system', name: 'impor' }, false],
  ]
  for (const [authorId, editorId, actor, refused] of cases)
    assert.equal(refuseToApprove(content('in-review', { authorId, editorId }), actor)?.refusal === 'forbidden', refused)
})

test('a version that was not seen is a conflict', () => {
  assert.equal(refuseStale(content('draft'), 3), undefined)
  assert.equal(refuseStale(content('draft'), undefined), undefined)
  for (const version of [2, 4, -1, Number.NaN])
    assert.equal(refuseStale(content('draft'), version)?.refusal, 'conflict', String(version))
})

test('lengths are counted as people count', () => {
  assert.deepEqual(refuseTooLong('title', 'Judul', '🦠'.repeat(200), 200), {})
  assert.match(refuseTooLong('title', 'Judul', 'a'.repeat(1201), 1200).title ?? '', /1\.200 huruf; ini 1\.201 huruf/)
})
