/** `code` and `set-up` are half a sign-in: the password was right, the second factor is still owed. */
export type SessionStage = 'open' | 'code' | 'set-up'

export type SignInMethod = 'password' | 'passkey' | 'sso'

export interface SessionTable {
  token_hash: Buffer
  /** Names it in the list of sessions. */
  id: string
  stage: SessionStage
  method: SignInMethod
  person_id: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  device: string
}

export interface CredentialTable {
  person_id: string
  password_hash: string
  set_at: Date
}

export interface SignInFailureTable {
  subject: Buffer
  at: Date
}

export interface ApiTokenTable {
  id: string
  name: string
  role: string
  agency_id: string | null
  token_hash: Buffer
  created_at: Date
  revoked_at: Date | null
}

export interface ReceiptTable {
  key: string
  at: Date
  answer: unknown
}

declare module '../db/database.ts' {
  interface Database {
    session: SessionTable
    credential: CredentialTable
    sign_in_failure: SignInFailureTable
    api_token: ApiTokenTable
    receipt: ReceiptTable
  }
}
