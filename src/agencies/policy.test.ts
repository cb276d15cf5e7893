import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../platform/ctx.ts'
import { type Action, agencyRoles, may, policy, type Role, refuseUnless, roles, scopeOf } from './policy.ts'

const actor = (role: Role, agencyId: string | null): Actor => ({
  kind: 'person',
  id: '1',
  name: 'x',
  grants: [{ role, agencyId }],
})
const actions = Object.keys(policy) as Action[]

test('every role, every action: own agency as the table says, another agency never, city as the table says', () => {
  let tried = 0
  for (const role of roles)
    for (const action of actions) {
      const { own, city }: { own: readonly string[]; city: readonly string[] } = policy[action]
      const inAgency = agencyRoles.includes(role)
      const someone = actor(role, inAgency ? 'dinkes' : null)
      assert.equal(may(someone, action, 'dinkes'), (inAgency ? own : city).includes(role), `${role} ${action}`)
      assert.equal(may(someone, action, 'dishub'), !inAgency && city.includes(role), `${role} ${action} elsewhere`)
      tried += 2
    }
  assert.equal(tried, roles.length * actions.length * 2)
})

test('who is not signed in may nothing that needs a role', () => {
  for (const action of actions) assert.equal(may({ kind: 'public' }, action), false)
})

test('an administrator of the system has no rights over content', () => {
  const admin = actor('system-admin', null)
  assert.deepEqual(
    actions.filter((action) => may(admin, action)),
    ['agency.read', 'person.erase', 'calendar.read', 'mail.read'],
  )
})

test('a list is narrowed to the agencies in which one may', () => {
  assert.deepEqual(scopeOf(actor('operator', 'dinkes'), 'case.read'), ['dinkes'])
  assert.deepEqual(scopeOf(actor('contributor', 'dinkes'), 'case.read'), [])
  assert.equal(scopeOf(actor('auditor', null), 'case.read'), 'all')
})

test('a refusal is a value', () => {
  assert.equal(refuseUnless(actor('operator', 'dinkes'), 'content.approve', 'dinkes')?.refusal, 'forbidden')
  assert.equal(refuseUnless(actor('reviewer', 'dinkes'), 'content.approve', 'dinkes'), undefined)
})
