import type { ColumnType, Generated } from 'kysely'
import type { AccountState, Platform } from '../account.ts'
import type { TaskState } from '../announcement.ts'
import type { PostPurpose, PostState, Theme, WaitsFor } from '../post.ts'
import type { ApprovalSteps } from '../post-review.ts'

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
      own_until: Generated<string | null>
      own_looked_at: Generated<Date | null>
      polled_at: Date | null
      poll_not_before: Date | null
      poll_problem: string | null
      server: string | null
      recovery: string | null
      proven_at: Date | null
      proven_by: string | null
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
    channel_event: {
      account_id: string
      external_id: string
      payload: unknown
      received_at: Date
      source: Generated<'poll' | 'push'>
      taken_at: Date | null
      problem: string | null
    }
    channel_gap: { id: string; account_id: string; from_at: Date; to_at: Date; noticed_at: Date }
    push_subscription: {
      account_id: string
      event_type: string
      webhook_id: string
      external_id: string
      made_at: Date
    }
    message_version: { account_id: string; external_id: string; message_id: string }
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
      latest_id: string | null
      gone_at: Date | null
      gone_as: 'deleted' | 'hidden' | null
      url: string | null
      checked_at: Generated<Date>
    }
    post: {
      id: string
      agency_id: string
      account_id: string
      purpose: PostPurpose
      text: string
      theme: Theme | null
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
      thread_id: string | null
      part: Generated<number>
      scheduled_for: Date | null
      embargo_until: Date | null
      due_at: Date | null
      waits_for: WaitsFor | null
      emergency_reason: string | null
      emergency_by_id: string | null
      emergency_by: string | null
      emergency_checked_by: string | null
      emergency_checked_at: Date | null
      news_url: string | null
      content_id: string | null
      announcement_id: string | null
      national_message_id: string | null
    }
    post_picture: {
      id: string
      post_id: string
      place: number
      file: string
      alt: string
      width: number | null
      height: number | null
      media_id: string | null
      media_until: Date | null
    }
    approval_rule: {
      id: string
      agency_id: string | null
      from_day: string
      steps: ColumnType<ApprovalSteps, string, string>
      basis: string
    }
    post_approval: { post_id: string; step: number; person_id: string; person_name: string; at: Date }
    announcement: {
      id: string
      post_id: string
      points: string
      until_day: string
      author_id: string
      author_name: string
      created_at: Date
    }
    announcement_task: {
      announcement_id: string
      agency_id: string
      state: TaskState
      post_id: string | null
      note: string | null
      person_name: string | null
      done_at: Date | null
    }
    national_message: {
      id: string
      title: string
      issuer: string
      text: string
      source_url: string
      from_day: string
      until_day: string | null
      author_id: string
      author_name: string
      created_at: Date
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
