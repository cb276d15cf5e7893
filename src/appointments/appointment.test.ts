import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../agencies/policy.ts'
import type { Actor } from '../platform/ctx.ts'
import { mayAppoint, refuseTerm } from './appointment.ts'

const term = {
  role: 'operator',
  agencyId: 'dinkes',
  from: '2026-11-01',
  to: null,
  decree: '',
  acting: false,
  deputy: false,
}

for (const [what, change, wrong] of [
  ['an operator needs no decree', {}, []],
  ['a head needs one', { role: 'head' }, ['decree']],
  ['an acting head with one', { role: 'head', decree: '800/1', acting: true }, []],
  ['an acting operator does not exist', { acting: true }, ['acting']],
  ['a deputy of the reviewer does not exist', { role: 'reviewer', deputy: true }, ['deputy']],
  ['the end lies before the start', { to: '2026-10-31' }, ['to']],
  ['ended the day it began: never held', { to: '2026-11-01' }, []],
  ['no such day', { from: '2026-02-30' }, ['from']],
  ['no such role', { role: 'king' }, ['role']],
  ['a role of the city is not held for an agency', { role: 'auditor' }, ['role']],
] as const)
  test(what, () => assert.deepEqual(Object.keys(refuseTerm({ ...term, ...change })), wrong))

const actor = (role: Role, agencyId: string | null): Actor => ({
  kind: 'person',
  id: '1',
  name: 'x',
  grants: [{ role, agencyId }],
})

for (const [who, role, agencyId, may] of [
  [actor('head', 'dinkes'), 'operator', 'dinkes', true],
  [actor('head', 'dinkes'), 'head', 'dinkes', false],
  [actor('head', 'dinkes'), 'operator', 'dishub', false],
  [actor('comms-officer', null), 'head', 'dinkes', true],
  [actor('comms-officer', null), 'auditor', null, false],
  [actor('comms-head', null), 'auditor', null, true],
  [actor('operator', 'dinkes'), 'contributor', 'dinkes', false],
  [actor('system-admin', null), 'operator', 'dinkes', false],
] as const)
  test(`${'grants' in who && who.grants[0]?.role} ${may ? 'may' : 'may not'} appoint ${role} of ${agencyId}`, () =>
    assert.equal(mayAppoint(who, role, agencyId), may))
