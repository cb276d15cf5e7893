import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

/** A real OpenID Connect server on loopback, whose ID tokens can be falsified on their way out. */
export interface SsoServer {
  issuer: string
  clientId: string
  clientSecret: string
  /** What it knows of its people, by the name they sign in with. */
  accounts: Map<string, { email: string; verified: boolean }>
  /** Changes the claims of the next ID tokens, which are then signed anew with the server's own key. */
  falsify: ((claims: JWTPayload) => JWTPayload) | null
  /** Signs with a key that is not the server's. */
  foreignKey: boolean
  close(): Promise<void>
}

export async function startSso(redirectUri: string): Promise<SsoServer> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'one', use: 'sig', alg: 'RS256' }
  const foreign = (await generateKeyPair('RS256')).privateKey
  const web = createServer().listen(0, '127.0.0.1')
  await once(web, 'listening')
  const issuer = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  const sso: SsoServer = {
    issuer,
    clientId: 'kentongan',
    clientSecret: 'rahasia-untuk-uji-saja',
    accounts: new Map(),
    falsify: null,
    foreignKey: false,
    close: async () => {
      web.closeAllConnections()
      web.close()
    },
  }
  const provider = new Provider(issuer, {
    clients: [{ client_id: sso.clientId, client_secret: sso.clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [key] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['hanya untuk uji'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => {
        const { email = '', verified = false } = sso.accounts.get(id) ?? {}
        return { sub: id, email, email_verified: verified }
      },
    }),
  })
  provider.use(async (ctx, next) => {
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (ctx.path !== '/token' || !body?.id_token || !(sso.falsify || sso.foreignKey)) return
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload
    const header = { alg: 'RS256', kid: 'one', typ: 'JWT' }
    body.id_token = await new SignJWT(sso.falsify?.(claims) ?? claims)
      .setProtectedHeader(header)
      .sign(sso.foreignKey ? foreign : await importJWK(key, 'RS256'))
  })
  web.on('request', provider.callback())
  return sso
}

/** Signs in at the server the way a browser does, page by page; answers the address it sends the browser back to. */
export async function passThrough(address: string, login: string): Promise<URL> {
  const { origin } = new URL(address)
  const jar = new Map<string, string>()
  const ask = async (url: URL, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  let url = new URL(address)
  let response = await ask(url)
  for (let i = 0; i < 12; i++) {
    const location = response.headers.get('location')
    if (location !== null) {
      url = new URL(location, url)
      if (url.origin !== origin) return url
      response = await ask(url)
      continue
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1]
    if (!prompt) throw new Error(`the single sign-on answered ${response.status} at ${url}`)
    response = await ask(url, { prompt, login, password: 'apa saja' })
  }
  throw new Error('the single sign-on never came to an end')
}
