import type { Adapter } from '../adapter.ts'
import { sendReply } from './send-reply.ts'

/** A mail that is not taken is tried for days by every mail server; so long its Message-ID keeps it one. */
const days = 3

export const emailAdapter: Adapter = {
  platform: 'email',
  sameKeySeconds: days * 86_400,
  length: null,
  billed: false,
  send: sendReply,
  upload: null,
  ownSince: null,
  fetchNew: null,
}
