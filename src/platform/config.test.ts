import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

test('an empty environment gives the defaults of the contract', () => {
  const config = readConfig({})
  assert.equal(config.port, 8080)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.baseUrl, 'http://localhost:8080')
  assert.equal(config.databaseUrl, null)
  assert.equal(config.x.apiUrl, 'https://api.x.com')
  assert.match(config.storageUrl, /^file:.*\/data\/files$/)
})

test('an empty value counts as unset, and what is not ours is ignored', () => {
  assert.equal(readConfig({ PORT: '', HOME: '/somewhere' }).port, 8080)
})

for (const [name, value] of [
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['BASE_URL', 'kentongan.example'],
  ['BASE_URL', 'https://kentongan.example/'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['X_API_URL', 'ftp://x'],
  ['LOG_LEVEL', 'loud'],
  ['SECRET_KEY', 'short'],
  ['STORAGE_URL', 's3://bucket'],
  ['OIDC_ISSUER', 'http://sso.example'],
] as const)
  test(`${name}=${value} stops the start with a line that names it`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) => error instanceof ConfigError && error.message.startsWith(`${name}=${value} is wrong: expected`),
    )
  })

test('single sign-on needs all three values, and says which one is missing', () => {
  const given = { OIDC_ISSUER: 'https://sso.example', OIDC_CLIENT_ID: 'kentongan', OIDC_CLIENT_SECRET: 'rahasia' }
  assert.deepEqual(readConfig(given).oidc, {
    issuer: 'https://sso.example',
    clientId: 'kentongan',
    clientSecret: 'rahasia',
  })
  assert.equal(readConfig({}).oidc, null)
  assert.throws(() => readConfig({ ...given, OIDC_CLIENT_SECRET: '' }), /^ConfigError: OIDC_CLIENT_SECRET missing/)
})
