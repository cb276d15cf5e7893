import { test } from 'node:test'
import { publish } from './scenario.ts'
import { tryFaults } from './try-faults.ts'

test('publish: whatever dies or fails between pressing and committing, X holds it once', (t) =>
  tryFaults(t, 'publish', publish))
