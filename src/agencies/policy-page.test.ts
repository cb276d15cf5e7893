import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { policyPage } from './policy-page.ts'

test('docs/POLICY.md says what the policy says: run bin/policy', () => {
  assert.equal(readFileSync('docs/POLICY.md', 'utf8'), policyPage())
})
