import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newTicket, parseTicket } from './ticket.ts'

it('is written in letters that cannot be taken for each other', () => {
  const tickets = Array.from({ length: 1000 }, newTicket)
  for (const ticket of tickets) assert.match(ticket, /^KB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(new Set(tickets).size, tickets.length)
})

it('is read as people type it', () => {
  for (const text of ['KB-7F3K-9QX2', 'kb-7f3k-9qx2', ' KB 7F3K 9QX2 ', 'kb7f3k9qx2', '7f3k-9qx2'])
    assert.equal(parseTicket(text), 'KB-7F3K-9QX2', text)
  for (const text of ['', 'KB', 'KB-7F3K-9QX', 'KB-7F3K-9QXI', "'; drop table cases --", 'KB-7F3K-9QX22'])
    assert.equal(parseTicket(text), null, text)
})
