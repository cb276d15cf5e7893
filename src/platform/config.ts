import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { SecretKey } from './secrets.ts'

/** The environment, parsed once at start. Names and defaults: docs/OPERATIONS.md. */
export interface Config {
  host: string
  port: number
  /** Public address of the staff side and the API, without a slash at the end. */
  baseUrl: string
  dataDir: string
  /** Null: the embedded database. */
  databaseUrl: string | null
  x: {
    apiUrl: string
    authorizeUrl: string
    tokenUrl: string
    /** Null: the adapter is off. */
    clientId: string | null
    clientSecret: string | null
    /** The app's own token, and the secret with which X signs what it pushes. Null: nothing is pushed, only polled. */
    bearerToken: string | null
    consumerSecret: string | null
    /** Handle of the account that owns the app: its own reads cost less. Null: none of ours. */
    appOwner: string | null
  }
  smtpUrl: string | null
  /** Where mails to agencies' addresses are brought to us by SMTP; null: nowhere. */
  mailIn: { host: string; port: number } | null
  /** The city's single sign-on; null: not connected. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  storageUrl: string
  logLevel: string
  /** Encrypts tokens and reporters' identities at rest. */
  secretKey: SecretKey
  /** Whether the monitor may fetch addresses of private networks and loopback (example city and tests only). */
  scanPrivateAddresses: boolean
}

/** A wrong value in the environment: the start stops with this one line. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const environment = Type.Object({
  PORT: Type.String({ pattern: '^[0-9]{1,5}$', default: '8080' }),
  HOST: Type.String({ minLength: 1, default: '127.0.0.1' }),
  BASE_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+$' })),
  DATA_DIR: Type.String({ minLength: 1, default: './data' }),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  X_API_URL: Type.String({ pattern: '^https?://', default: 'https://api.x.com' }),
  X_AUTHORIZE_URL: Type.String({ pattern: '^https?://', default: 'https://x.com/i/oauth2/authorize' }),
  X_TOKEN_URL: Type.String({ pattern: '^https?://', default: 'https://api.x.com/2/oauth2/token' }),
  X_CLIENT_ID: Type.Optional(Type.String()),
  X_CLIENT_SECRET: Type.Optional(Type.String()),
  X_BEARER_TOKEN: Type.Optional(Type.String()),
  X_CONSUMER_SECRET: Type.Optional(Type.String()),
  X_APP_OWNER: Type.Optional(Type.String({ pattern: '^@?\\w{1,15}$' })),
  MAIL_IN: Type.Optional(Type.String({ pattern: '^smtp://[\\w.-]+:\\d{1,5}$' })),
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://' })),
  OIDC_ISSUER: Type.Optional(Type.String({ pattern: '^(https://|http://(localhost|127\\.0\\.0\\.1)(:|/|$))' })),
  OIDC_CLIENT_ID: Type.Optional(Type.String()),
  OIDC_CLIENT_SECRET: Type.Optional(Type.String()),
  STORAGE_URL: Type.Optional(Type.String({ pattern: '^file:' })),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  SECRET_KEY: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })),
  SECRET_KEY_FORMER: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{64}(,[0-9a-fA-F]{64})*$' })),
  SCAN_PRIVATE_ADDRESSES: Type.Enum(['yes', 'no'], { default: 'no' }),
})

const expected: Record<string, string> = {
  PORT: 'a port from 1 to 65535',
  BASE_URL: 'an address like https://kentongan.example, without a path or a slash at the end',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/name',
  STORAGE_URL: 'file:/a/folder (object storage is not supported yet)',
  SECRET_KEY: '64 hexadecimal digits (openssl rand -hex 32)',
  SECRET_KEY_FORMER: 'earlier keys of 64 hexadecimal digits, with commas between them',
  X_APP_OWNER: 'the handle of an account on X',
  SCAN_PRIVATE_ADDRESSES: 'yes or no',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  OIDC_ISSUER: 'an address like https://sso.example (http only on this machine)',
  MAIL_IN: 'where to listen, like smtp://127.0.0.1:2525',
  SMTP_URL: 'an address like smtp://user:password@host:587',
}

type Environment = Record<string, string | undefined>

/** The whole configuration. Without SECRET_KEY a key is made at the first start and kept in the data folder. */
export function openConfig(env: Environment): Config {
  const { secretKey, ...config } = readConfig(env)
  return { ...config, secretKey: { ...secretKey, present: secretKey.present ?? keptSecretKey(config.dataDir) } }
}

function keptSecretKey(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}

/** Reads the environment. An empty value counts as unset. Throws `ConfigError` for the first wrong one. */
export function readConfig(env: Environment): Omit<Config, 'secretKey'> & {
  secretKey: { present: Buffer | null; former: readonly Buffer[] }
} {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const values = Value.Default(environment, Value.Clean(environment, given))
  for (const error of Value.Errors(environment, values)) {
    const name = error.instancePath.slice(1)
    throw new ConfigError(`${name}=${given[name]} is wrong: expected ${expected[name] ?? 'another value'}.`)
  }
  const parsed = Value.Parse(environment, values)
  const port = Number(parsed.PORT)
  if (port > 65_535) throw new ConfigError(`PORT=${parsed.PORT} is wrong: expected ${expected.PORT}.`)
  const dataDir = resolve(parsed.DATA_DIR)
  return {
    host: parsed.HOST,
    port,
    baseUrl: parsed.BASE_URL ?? `http://localhost:${port}`,
    dataDir,
    databaseUrl: parsed.DATABASE_URL ?? null,
    x: {
      apiUrl: parsed.X_API_URL,
      authorizeUrl: parsed.X_AUTHORIZE_URL,
      tokenUrl: parsed.X_TOKEN_URL,
      clientId: parsed.X_CLIENT_ID ?? null,
      clientSecret: parsed.X_CLIENT_SECRET ?? null,
      bearerToken: parsed.X_BEARER_TOKEN ?? null,
      consumerSecret: parsed.X_CONSUMER_SECRET ?? null,
      appOwner: parsed.X_APP_OWNER?.replace('@', '') ?? null,
    },
    smtpUrl: parsed.SMTP_URL ?? null,
    mailIn: readMailIn(parsed.MAIL_IN),
    oidc: readOidc(parsed),
    storageUrl: parsed.STORAGE_URL ?? `file:${dataDir}/files`,
    logLevel: parsed.LOG_LEVEL,
    secretKey: {
      present: parsed.SECRET_KEY ? Buffer.from(parsed.SECRET_KEY, 'hex') : null,
      former: (parsed.SECRET_KEY_FORMER ?? '').split(',').flatMap((key) => (key ? [Buffer.from(key, 'hex')] : [])),
    },
    scanPrivateAddresses: parsed.SCAN_PRIVATE_ADDRESSES === 'yes',
  }
}

function readMailIn(given: string | undefined): Config['mailIn'] {
  if (given === undefined) return null
  const { hostname, port } = new URL(given)
  if (Number(port) > 65_535 || port === '')
    throw new ConfigError(`MAIL_IN=${given} is wrong: expected ${expected.MAIL_IN}.`)
  return { host: hostname, port: Number(port) }
}

/** All three or none: half a connection would only fail at the first sign-in. */
function readOidc(given: {
  OIDC_ISSUER?: string
  OIDC_CLIENT_ID?: string
  OIDC_CLIENT_SECRET?: string
}): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const missing = names.filter((name) => !given[name])
  if (missing.length === names.length) return null
  throw new ConfigError(`${missing.join(' and ')} missing: single sign-on needs all of ${names.join(', ')}, or none.`)
}
