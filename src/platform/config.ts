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
  }
  smtpUrl: string | null
  storageUrl: string
  logLevel: string
  /** 32 bytes: encrypts channel tokens at rest. */
  secretKey: Buffer
  /** Whether the monitor may fetch addresses of private networks and loopback (example city and tests only). */
  scanPrivateAddresses: boolean
}
