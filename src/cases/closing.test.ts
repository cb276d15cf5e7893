import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClosingOutcome, detailOf, isSolved, outcomes, refuseDetail, refuseOutcome } from './closing.ts'

const proven = { required: 1, given: 1 }
const unproven = { required: 1, given: 0 }
const none = { required: 0, given: 0 }

test('only what is done, with its proof, is solved', () => {
  for (const outcome of Object.keys(outcomes) as ClosingOutcome[]) {
    assert.equal(isSolved(outcome, proven), outcome === 'done', outcome)
    assert.equal(isSolved(outcome, none), outcome === 'done', outcome)
    assert.equal(isSolved(outcome, unproven), false, outcome)
  }
})

test('what stands in the way of an outcome', () => {
  const answered = { answered: true, wasAnswered: true, willAnswer: false, proof: proven }
  const silent = { answered: false, wasAnswered: false, willAnswer: false, proof: proven }
  const table: readonly (readonly [ClosingOutcome, Parameters<typeof refuseOutcome>[1], boolean])[] = [
    ['done', answered, true],
    ['done', { ...answered, proof: unproven }, false],
    ['done', { ...answered, proof: none }, true],
    ['planned', { ...answered, proof: unproven }, true],
    ['impossible', silent, false],
    ['impossible', { ...silent, willAnswer: true }, true],
    ['passed-outside', silent, false],
    ['duplicate', silent, false],
    ['not-ours', silent, false],
    ['archived', silent, true],
    ['no-answer-needed', silent, false],
    ['no-answer-needed', { ...silent, wasAnswered: true }, true],
  ]
  for (const [outcome, given, allowed] of table)
    assert.equal(refuseOutcome(outcome, given) === undefined, allowed, `${outcome} ${JSON.stringify(given)}`)
})

test('what has to be said about an outcome', () => {
  assert.deepEqual(refuseDetail('done', {}), {})
  assert.deepEqual(Object.keys(refuseDetail('planned', {})), ['year', 'budget'])
  assert.deepEqual(Object.keys(refuseDetail('planned', { year: '27', budget: '1.02.03' })), ['year'])
  assert.deepEqual(refuseDetail('planned', { year: '2027', budget: '1.02.03' }), {})
  assert.deepEqual(Object.keys(refuseDetail('impossible', { reason: 'a' })), ['reason'])
  assert.deepEqual(Object.keys(refuseDetail('passed-outside', {})), ['to'])
  assert.deepEqual(detailOf('done', { reason: 'x', year: '2027' }), {})
  assert.deepEqual(detailOf('planned', { reason: 'x', year: '2027', budget: 'y' }), { year: '2027', budget: 'y' })
})
