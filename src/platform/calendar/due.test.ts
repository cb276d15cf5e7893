import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runDue } from './due.ts'

async function due(args: string, input: readonly string[] = []) {
  let out = ''
  let err = ''
  async function* stdin() {
    for (const chunk of input) yield Buffer.from(chunk)
  }
  const exit = await runDue(args.split(' ').filter(Boolean), {
    stdin: stdin(),
    stdout: (text) => {
      out += text
    },
    stderr: (text) => {
      err += text
    },
  })
  return { exit, out, err }
}

describe('bin/kentongan due', () => {
  it('answers the example of product.md 5 in UTC', async () => {
    assert.deepEqual(await due('--from 2026-03-16T16:40:00+07:00 --days 5'), {
      exit: 0,
      out: '2026-03-31T09:00:00Z\n',
      err: '',
    })
    assert.equal((await due('--from 2026-03-16T09:40:00Z --days 5')).out, '2026-03-31T09:00:00Z\n')
  })

  it('counts minutes and keeps seconds and fractions', async () => {
    assert.equal((await due('--from 2026-11-02T11:00+07:00 --minutes 61')).out, '2026-11-02T06:01:00Z\n')
    assert.equal((await due('--from 2026-11-02T02:00:01.5Z --minutes 1')).out, '2026-11-02T02:01:01.500Z\n')
  })

  it('knows other calendars', async () => {
    assert.equal(
      (await due('--from 2026-11-06T10:00:00+07:00 --days 1 --calendar enam-hari')).out,
      '2026-11-07T06:00:00Z\n',
    )
  })

  it('refuses with 1 a year without decree and an unknown calendar', async () => {
    const unknown = await due('--from 2027-12-31T16:30:00+07:00 --days 1')
    assert.equal(unknown.exit, 1)
    assert.equal(unknown.out, '')
    assert.match(unknown.err, /^The days off of 2028 are not decreed/)
    assert.equal((await due('--from 2026-11-06T10:00:00Z --days 1 --calendar bulan')).exit, 1)
  })

  const wrong = [
    '',
    '--from 2026-11-06T10:00:00Z',
    '--days 5',
    '--from 2026-11-06T10:00:00Z --days 1 --minutes 1',
    '--from 2026-11-06 --days 1',
    '--from 2026-11-06T10:00:00 --days 1',
    '--from 2026-02-30T10:00:00Z --days 1',
    '--from 2026-11-06T25:00:00Z --days 1',
    '--from 2026-11-06T10:00:00Z --days 1.5',
    '--from 2026-11-06T10:00:00Z --days=-1',
    '--stdin',
    '--stdin --unit weeks',
    '--stdin --unit days --days 1',
    '--nonsense',
    'nonsense',
  ]
  for (const args of wrong)
    it(`wrong usage: due ${args}`, async () => {
      const { exit, out, err } = await due(args)
      assert.deepEqual([exit, out], [2, ''])
      assert.notEqual(err, '')
    })

  it('reads lines in any pieces, and keeps the place of a refused one', async () => {
    const { exit, out, err } = await due('--stdin --unit days', [
      '2026-03-16T16:40:00+07:00 5\r\n2026-11-0',
      '2T09:00:00+07:00 1\n',
      'apa ini\n2028-01-03T09:00:00+07:00 1\n\n2026-11-02T09:00:00+07:00 0',
    ])
    assert.equal(out, '2026-03-31T09:00:00Z\n2026-11-03T09:00:00Z\n-\n-\n2026-11-02T09:00:00Z\n')
    assert.equal(exit, 2)
    assert.match(err, /Line 3: .*\nLine 4: The days off of 2028/)
  })

  it('says how it is used', async () => assert.match((await due('--help')).out, /--stdin --unit/))
})
