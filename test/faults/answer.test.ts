import { test } from 'node:test'
import { answer } from './scenario.ts'
import { tryFaults } from './try-faults.ts'

test('answer: whatever dies or fails between pressing and committing, X holds it once', (t) =>
  tryFaults(t, 'answer', answer))
