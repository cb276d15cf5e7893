import type { Generated } from 'kysely'
import type { AccountState, Platform } from '../account.ts'
import type { PostPurpose, PostState, Theme } from '../post.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    social_account: {
      id: string
      agency_id: string
      platform: Platform
      handle: string
      external_id: string | null
      state: AccountState
      state_since: Date
      holder: string
      tokens: string | null
      tokens_expire_at: Date | null
      mentions_until: string | null
      polled_at: Date | null
      poll_not_before: Date | null
      poll_problem: string | null
      created_at: Date
    }
    oauth_attempt: { state: string; account_id: string; person_id: string; verifier: string; created_at: Date }
    channel_halt: {
      id: string
      platform: Platform
      reason: string
      since: Date
      lifted_at: Date | null
      lifted_by: string | null
    }
    channel_setting: { name: string; value: number; from_day: string; basis: string }
    channel_event: { account_id: string; external_id: string; payload: unknown; received_at: Date }
    message: {
      id: string
      account_id: string
      agency_id: string
      external_id: string
      conversation_id: string
      author_id: string
      replied_to: string | null
      quoted: string | null
      text: string
      at: Date
      received_at: Date
      callable: boolean
    }
    post: {
      id: string
      agency_id: string
      account_id: string
      purpose: PostPurpose
      text: string
      theme: Theme | null
      picture_file: string | null
      picture_type: string | null
      picture_alt: string | null
      in_reply_to: string | null
      case_message_id: string | null
      state: PostState
      state_since: Date
      author_id: string
      author_name: string
      approver_name: string | null
      reason: string | null
      not_called: Generated<boolean>
      send_not_before: Date | null
      external_id: string | null
      published_at: Date | null
      created_at: Date
      version: Generated<number>
    }
    post_attempt: {
      id: string
      post_id: string
      text_hash: string
      intended_at: Date
      looks: Generated<number>
      outcome: string | null
      detail: string | null
      ended_at: Date | null
    }
  }
}
