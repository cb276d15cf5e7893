import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBounce } from './bounce.ts'

const report = (action: string): string =>
  [
    'Content-Type: multipart/report; boundary=b',
    '',
    '--b',
    `Action: ${action}`,
    'Diagnostic-Code: smtp; 550 5.1.1',
    '  no such user',
    '--b',
    'Message-ID: <kunci-1@dinkes.example>',
    'In-Reply-To: <tanya@mail.example>',
    '--b--',
  ].join('\r\n')

test('a failed mail, and why', () =>
  assert.deepEqual(readBounce(report('failed')), {
    messageIds: ['<kunci-1@dinkes.example>', '<tanya@mail.example>'],
    reason: '550 5.1.1 no such user',
  }))

for (const action of ['delayed', 'delivered', 'relayed', 'expanded'])
  test(`${action} is no failure`, () => assert.equal(readBounce(report(action)), undefined))

test('a report as no standard knows it', () =>
  assert.deepEqual(readBounce('Subject: failure\n\nCould not bring <kunci-2@dinkes.example>'), {
    messageIds: ['<kunci-2@dinkes.example>'],
    reason: '',
  }))
