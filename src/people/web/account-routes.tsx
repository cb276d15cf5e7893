import { findSessions } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, type Refusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { changePassword } from '../change-password.ts'
import { removeCodeApp, renewRecoveryCodes } from '../change-second-factor.ts'
import { beginCodeApp, confirmCodeApp } from '../code-app.ts'
import { hasPassword } from '../confirm-password.ts'
import { endOwnSession } from '../end-session.ts'
import { findPasskeys } from '../passkey.ts'
import { peoplePaths } from '../paths.ts'
import { findPerson } from '../person.ts'
import { findSecondFactor, findSecondFactorRules } from '../second-factor.ts'
import { selfOf } from '../self.ts'
import { AccountPage } from './account-page.tsx'
import { drawQr } from './code-app-form.tsx'
import { CodeAppPage } from './code-app-page.tsx'
import { PasswordAskedPage } from './password-asked-page.tsx'
import { PasswordPage } from './password-page.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

async function codeAppPage(ctx: Ctx, frame: Frame, sealed?: string, refusal?: Refusal) {
  const app = await beginCodeApp(ctx, selfOf(ctx), sealed)
  const shown = { frame, app, qr: await drawQr(app.uri) }
  return refusal
    ? refused(refusal, (errors) => <CodeAppPage {...shown} errors={errors} />)
    : html(<CodeAppPage {...shown} />)
}

const removalPage = (frame: Frame, hasPassword: boolean, errors: FieldErrors = {}) => (
  <PasswordAskedPage
    frame={frame}
    title="Hentikan aplikasi kode"
    action={peoplePaths.codeAppRemoval.href()}
    submit="Hentikan"
    hasPassword={hasPassword}
    errors={errors}
  >
    <p>Setelah ini kata sandi saja cukup untuk masuk ke akun Anda.</p>
  </PasswordAskedPage>
)

const codesPage = (frame: Frame, hasPassword: boolean, errors: FieldErrors = {}) => (
  <PasswordAskedPage
    frame={frame}
    title="Kode pemulihan"
    action={peoplePaths.recoveryCodes.href()}
    submit="Buat dan tampilkan kode"
    hasPassword={hasPassword}
    errors={errors}
  >
    <p>
      Sepuluh kode untuk masuk bila ponsel Anda hilang. Kode ditampilkan satu kali; kode yang pernah dibuat sebelumnya
      tidak berlaku lagi.
    </p>
  </PasswordAskedPage>
)

export const accountRoutes = [
  get(peoplePaths.account, 'signed-in', async (ctx, { frame, session }) => {
    const id = selfOf(ctx)
    const [person, withPassword, factor, rules, passkeys, sessions] = await Promise.all([
      findPerson(ctx, id),
      hasPassword(ctx, id),
      findSecondFactor(ctx, id),
      findSecondFactorRules(ctx, dayInWib(ctx.now)),
      findPasskeys(ctx, id),
      findSessions(ctx, id, session),
    ])
    return html(
      <AccountPage
        frame={frame}
        person={person}
        hasPassword={withPassword}
        factor={factor}
        waived={![...rules.values()].includes(true)}
        passkeys={passkeys}
        sessions={sessions}
      />,
    )
  }),

  get(peoplePaths.password, 'signed-in', async (_ctx, { frame }) => html(<PasswordPage frame={frame} />)),

  post(
    peoplePaths.password,
    'signed-in',
    async (ctx, { frame, field, ip, session }) => {
      const input = { personId: selfOf(ctx), password: field('password'), next: field('next'), ip, token: session }
      const refusal = await changePassword(ctx, input)
      if (refusal) return refused(refusal, (errors) => <PasswordPage frame={frame} errors={errors} />)
      return seeOther(peoplePaths.account.href(), 'Kata sandi diganti. Semua perangkat lain sudah keluar.')
    },
    { once: false },
  ),

  get(peoplePaths.codeApp, 'signed-in', async (ctx, { frame }) => codeAppPage(ctx, frame)),

  post(
    peoplePaths.codeAppConfirmation,
    'signed-in',
    async (ctx, { frame, field }) => {
      const sealed = field('sealed')
      const refusal = await confirmCodeApp(ctx, selfOf(ctx), { code: field('code'), sealed })
      if (refusal) return codeAppPage(ctx, frame, sealed, refusal)
      return seeOther(peoplePaths.recoveryCodes.href(), 'Aplikasi kode terpasang. Buat juga kode pemulihan.')
    },
    { once: false },
  ),

  get(peoplePaths.codeAppRemoval, 'signed-in', async (ctx, { frame }) =>
    html(removalPage(frame, await hasPassword(ctx, selfOf(ctx)))),
  ),

  post(
    peoplePaths.codeAppRemoval,
    'signed-in',
    async (ctx, { frame, field, ip }) => {
      const personId = selfOf(ctx)
      const refusal = await removeCodeApp(ctx, { personId, password: field('password'), ip })
      const withPassword = await hasPassword(ctx, personId)
      if (refusal) return refused(refusal, (errors) => removalPage(frame, withPassword, errors))
      return seeOther(peoplePaths.account.href(), 'Aplikasi kode dihentikan.')
    },
    { once: false },
  ),

  get(peoplePaths.recoveryCodes, 'signed-in', async (ctx, { frame }) =>
    html(codesPage(frame, await hasPassword(ctx, selfOf(ctx)))),
  ),

  post(
    peoplePaths.recoveryCodes,
    'signed-in',
    async (ctx, { frame, field, ip }) => {
      const personId = selfOf(ctx)
      const codes = await renewRecoveryCodes(ctx, { personId, password: field('password'), ip })
      const withPassword = await hasPassword(ctx, personId)
      if (isRefusal(codes)) return refused(codes, (errors) => codesPage(frame, withPassword, errors))
      return html(<RecoveryCodesPage frame={frame} codes={codes} />)
    },
    { once: false },
  ),

  post(peoplePaths.sessionEnd, 'signed-in', async (ctx, { params }) => {
    await endOwnSession(ctx, selfOf(ctx), params.id ?? '')
    return seeOther(peoplePaths.account.href(), 'Sesi itu sudah berakhir.')
  }),
]
