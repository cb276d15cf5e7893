import type { Generated } from 'kysely'

declare module '../../platform/db/database.ts' {
  interface Database {
    person: { id: string; name: string; email: string; created_at: Date; signed_in_at: Date | null }
    person_lock: { person_id: string; reason: string; locked_at: Date }
    mail_link: {
      token_hash: Buffer
      kind: 'invitation' | 'reset'
      person_id: string
      email: string
      created_at: Date
      expires_at: Date
      used_at: Date | null
    }
    second_factor: {
      person_id: string
      sealed_secret: string
      last_step: Generated<number>
      created_at: Date
    }
    recovery_code: { code_hash: Buffer; person_id: string; used_at: Date | null }
    second_factor_rule: { role: string; from_day: string; required: boolean }
    passkey: {
      id: string
      person_id: string
      name: string
      public_key: Buffer
      counter: string
      transports: string
      backed_up: boolean
      created_at: Date
      used_at: Date | null
    }
    passkey_challenge: { challenge: string; person_id: string | null; expires_at: Date }
    sso_identity: { issuer: string; subject: string; person_id: string; linked_at: Date }
  }
}
