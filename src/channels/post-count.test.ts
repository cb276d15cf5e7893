import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isPostFigure, type PostFigure, type PublishedPost, postsBehind, type Reach, reachOf } from './post-count.ts'

const untold: Reach = { likes: null, comments: null, shares: null, views: null }
const post = (postId: string, other: Partial<PublishedPost> = {}): PublishedPost => ({
  postId,
  at: new Date('2026-11-02T03:00:00Z'),
  theme: 'community',
  platform: 'x',
  text: postId,
  url: null,
  kind: 'single',
  emergency: false,
  reach: untold,
  ...other,
})
const month = [
  post('a'),
  post('b', { theme: 'government', kind: 'thread' }),
  post('c', { theme: 'government', emergency: true }),
  post('d', { platform: 'instagram', kind: 'noted', reach: { ...untold, likes: 214, views: 3150 } }),
  post('e', { platform: 'instagram', kind: 'noted', reach: { ...untold, likes: 6 } }),
]

const table: [figure: PostFigure, ids: string][] = [
  ['all', 'abcde'],
  ['government', 'bc'],
  ['development', ''],
  ['thread', 'b'],
  ['noted', 'de'],
  ['emergency', 'c'],
]
for (const [figure, ids] of table)
  it(`behind ${figure}`, () => {
    const behind = postsBehind(figure, month).map(({ postId }) => postId)
    assert.equal(behind.join(''), ids)
  })

it('sums what is told, and keeps what is not told unknown', () =>
  assert.deepEqual(reachOf(month), [
    { platform: 'x', posts: 3, told: 0, ...untold },
    { platform: 'instagram', posts: 2, told: 2, ...untold, likes: 220, views: 3150 },
  ]))

it('knows its figures by name', () => {
  assert.ok(isPostFigure('noted') && isPostFigure('emergency') && isPostFigure('community'))
  assert.ok(!isPostFigure('toString') && !isPostFigure(''))
})
