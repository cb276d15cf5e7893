import { test } from 'node:test'
import { thread } from './scenario.ts'
import { tryFaults } from './try-faults.ts'

test('thread: whatever dies or fails between pressing and committing, X holds it once', (t) =>
  tryFaults(t, 'thread', thread))
