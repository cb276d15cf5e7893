import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Figure, figure, formatFigure, percent } from './figure.ts'

const cases: [Figure, string][] = [
  [figure('a', 0), '0'],
  [figure('a', 1234), '1.234'],
  [figure('a', 98.46, 'percent'), '98,5 %'],
  [figure('a', 100, 'percent'), '100 %'],
  [figure('a', 185, 'minutes'), '185 menit'],
  [figure('a', 3, 'days'), '3 hari'],
  [figure('a', -2.04, 'points'), '-2'],
  [figure('a', null), 'tidak diketahui'],
  [figure('a', null, 'minutes', 'nothing'), 'tidak ada'],
  [percent('a', 1, 3), '33,3 %'],
  [percent('a', 0, 4), '0 %'],
  [percent('a', 0, 0), 'tidak ada'],
]

for (const [value, text] of cases) test(`a figure reads ${text}`, () => assert.equal(formatFigure(value), text))

test('a figure is rounded once, when it is made', () => assert.equal(figure('a', 12.3456, 'percent').value, 12.3))
