import { test } from 'node:test'
import { media } from './scenario.ts'
import { tryFaults } from './try-faults.ts'

test('media: whatever dies or fails between pressing and committing, X holds it once', (t) =>
  tryFaults(t, 'media', media))
