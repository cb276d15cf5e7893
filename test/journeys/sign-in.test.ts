import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { type AppProcess, dataFolder, freePort, startApp } from '../app-process.ts'
import { openBrowser, type Person, sitDown } from '../browser.ts'
import { codeOf } from '../codes.ts'
import { type SsoServer, startSso } from '../sso-server.ts'

const password = 'gardu-ronda-malam-ini'
const head = 'kepala@dinkes.example'
const operator = 'operator@dinkes.example'

let app: AppProcess
let sso: SsoServer
let browser: Browser
let close: () => Promise<void>
const barriers: string[] = []

/** An installation as a city makes it, without the example: heads must have a second factor. */
before(async () => {
  const data = dataFolder('sign-in')
  const port = await freePort()
  sso = await startSso(`http://localhost:${port}/masuk/sso/kembali`)
  sso.accounts.set('sari', { email: operator, verified: true })
  const environment = {
    PORT: String(port),
    DATA_DIR: data.path,
    OIDC_ISSUER: sso.issuer,
    OIDC_CLIENT_ID: sso.clientId,
    OIDC_CLIENT_SECRET: sso.clientSecret,
  }
  const kentongan = (verb: string[], input = ''): void => {
    const source = ['--import', './bin/from-source.mjs', 'src/cli/main.ts']
    const env = { ...process.env, ...environment, LOG_LEVEL: 'warn' }
    const root = join(import.meta.dirname, '../..')
    const done = spawnSync(process.execPath, [...source, ...verb], { cwd: root, env, input, encoding: 'utf8' })
    assert.equal(done.status, 0, done.stderr)
  }
  kentongan(['seed'])
  for (const [email, name, role] of [
    [head, 'Dewi Misal', 'head'],
    [operator, 'Sari Contoh', 'operator'],
  ] as const) {
    const who = ['--email', email, '--name', name, '--role', role, '--agency', 'dinkes']
    kentongan(['user', 'add', ...who, '--password-stdin'], password)
  }
  app = await startApp('cli/main.ts', ['serve'], environment)
  browser = await openBrowser()
  close = async () => {
    await browser.close()
    await app.stop()
    await sso.close()
    data.remove()
  }
})
after(() => close())

async function sit(width = 1280): Promise<Person> {
  const person = await sitDown(browser, app.url, width)
  const { leave } = person
  return {
    ...person,
    async leave() {
      barriers.push(...person.barriers.filter((line) => !line.startsWith(sso.issuer)))
      await leave()
    },
  }
}

async function givePassword(person: Person, email: string): Promise<void> {
  await person.visit('/masuk')
  await person.write('Alamat surel dinas', email)
  await person.write('Kata sandi', password)
  await person.press('Masuk')
}

describe('signing in', () => {
  it('a head with password and code app, on a phone', async () => {
    const person = await sit(360)
    await givePassword(person, head)
    await person.sees('Peran Anda wajib memakai faktor kedua')
    await person.visit('/beranda')
    assert.match(person.page.url(), /\/masuk\?/, 'nothing else opens before')
    await givePassword(person, head)
    const secret = (await person.page.locator('code').first().textContent()) ?? ''
    await person.write('Kode dari aplikasi', '000000')
    await person.press('Pasang')
    await person.sees('Kode salah')
    await person.write('Kode dari aplikasi', codeOf(secret, new Date()))
    await person.press('Pasang')
    await person.write('Kata sandi Anda', password)
    await person.press('Buat dan tampilkan kode')
    const codes = await person.page.locator('.codes code').allTextContents()
    assert.equal(codes.length, 10)
    await person.follow('Sudah saya simpan')
    await person.sees('Terpasang')
    await person.page.getByRole('link', { name: 'Menu', exact: true }).click()
    await person.press('Keluar')

    await givePassword(person, head)
    await person.write('Kode', codeOf(secret, new Date(Date.now() + 30_000)))
    await person.press('Masuk')
    await person.visit('/pengaturan/akun')
    await person.sees('Perangkat ini')
    await person.page.getByRole('link', { name: 'Menu', exact: true }).click()
    await person.press('Keluar')

    await givePassword(person, head)
    await person.write('Kode', codes[0] ?? '')
    await person.press('Masuk')
    await person.visit('/pengaturan/akun')
    await person.sees('9 belum dipakai')
    await person.leave()
  })

  it('an operator with a passkey', async () => {
    const person = await sit()
    const devices = await person.page.context().newCDPSession(person.page)
    await devices.send('WebAuthn.enable')
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await givePassword(person, operator)
    await person.visit('/pengaturan/akun')
    await person.write('Nama kunci sandi', 'Laptop dinas')
    await person.write('Kata sandi Anda', 'bukan ini')
    await person.page.getByRole('button', { name: 'Tambahkan kunci sandi' }).click()
    await person.sees('Kata sandi salah.')
    await person.write('Kata sandi Anda', password)
    await person.press('Tambahkan kunci sandi')
    await person.sees('Kunci sandi ditambahkan.')
    await person.sees('Laptop dinas')
    await person.press('Keluar')

    const sent = person.page.waitForRequest((request) => request.url().endsWith('/masuk/kunci-sandi'))
    await person.visit('/masuk?ke=%2Fpengaturan%2Fakun')
    await person.press('Masuk dengan kunci sandi')
    assert.match(person.page.url(), /\/pengaturan\/akun$/)
    const row = person.page.getByRole('row').filter({ hasText: 'Perangkat ini' })
    assert.match((await row.textContent()) ?? '', /Kunci sandi/)

    const again = await fetch(`${app.url}/masuk/kunci-sandi`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: (await sent).postData() ?? '',
      redirect: 'manual',
    })
    assert.equal(again.status, 422, 'an answer that was overheard is worth nothing')
    await person.press('Keluar')

    const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId })
    const [credential] = credentials
    assert.ok(credential && credential.signCount > 1)
    const { credentialId } = credential
    await devices.send('WebAuthn.removeCredential', { authenticatorId, credentialId })
    await devices.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } })
    await person.visit('/masuk')
    await person.press('Masuk dengan kunci sandi')
    await person.sees('Kunci sandi tidak dikenal')
    await devices.send('WebAuthn.removeCredential', { authenticatorId, credentialId })
    await devices.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 50 } })

    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await person.visit('/masuk')
    await person.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await person.sees('Kunci sandi tidak jadi dipakai')
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })

    await person.visit('/masuk?ke=%2Fpengaturan%2Fakun')
    await person.press('Masuk dengan kunci sandi')
    await person.press('Hapus Laptop dinas')
    await person.sees('Belum ada kunci sandi')
    await person.press('Keluar')
    await person.visit('/masuk')
    await person.press('Masuk dengan kunci sandi')
    await person.sees('Kunci sandi tidak dikenal')
    await person.leave()
  })

  it("an operator through the city's single sign-on", async () => {
    const person = await sit()
    await person.visit('/masuk?ke=%2Fpengaturan%2Fakun')
    // The pages between are not ours: what is wrong with them does not count.
    const { page } = person
    await page.getByRole('link', { name: 'Masuk dengan SSO Kota Bekasi' }).click()
    await page.locator('input[name=login]').fill('sari')
    await page.locator('input[name=password]').fill('apa saja')
    await page.locator('button[type=submit]').click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await person.sees('Akun saya')
    const row = page.getByRole('row').filter({ hasText: 'Perangkat ini' })
    assert.match((await row.textContent()) ?? '', /SSO Kota Bekasi/)
    await person.leave()
  })

  it('an invitation link that is dead, and a forgotten password', async () => {
    const person = await sit(360)
    await person.visit('/undangan/tidak-ada')
    await person.sees('Tautan ini tidak dikenal')
    await person.visit('/masuk')
    await person.follow('Lupa kata sandi?')
    await person.write('Alamat surel dinas', operator)
    await person.press('Kirim tautan')
    await person.sees('Bila alamat itu terdaftar')
    await person.leave()
  })

  it('no page kept anybody out', () => {
    assert.deepEqual(barriers, [])
  })
})
