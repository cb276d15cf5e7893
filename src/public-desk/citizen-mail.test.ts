import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeAmong, mailOf } from './citizen-mail.ts'

const event = (action: string, after = {}) => ({ action, after })

for (const [events, expected] of [
  [[event('case.opened')], 'opened'],
  [[event('case.answer-published', { final: true }), event('case.closed')], 'answered'],
  [[event('case.answer-published', { final: false })], 'replied'],
  [[event('case.triaged', { outcome: 'hold' }), event('case.answer-published', { final: false })], 'asked'],
  [[event('case.triaged', { outcome: 'process' })], null],
  [[event('case.message-added'), event('case.reopened')], 'reopened'],
  [[event('case.passed-on')], 'passed-on'],
  [[event('case.noted')], null],
] as const)
  test(`${events.map(({ action }) => action).join(', ')}: ${expected}`, () =>
    assert.equal(changeAmong(events), expected))

test('a mail names the ticket, carries the link and the way out', () => {
  const { subject, body } = mailOf('answered', 'KB-7F3K-9QX2', 'https://x.example/lapor/KB-7F3K-9QX2/k')
  assert.equal(subject, 'Laporan KB-7F3K-9QX2 dijawab')
  assert.match(body, /https:\/\/x\.example\/lapor\/KB-7F3K-9QX2\/k\n/)
  assert.match(body, /#kabar/)
})
