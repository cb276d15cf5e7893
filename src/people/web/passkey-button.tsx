import { h, type JSX } from 'preact'
import { Button } from '../../platform/ui/button.tsx'
import { Hidden } from '../../platform/ui/fields.tsx'
import { peoplePaths } from '../paths.ts'

/** Signs in with a passkey. Passkeys need script, so it is not there without; its page lists the island `passkey`. */
export function PasskeyButton({ to }: { to: string }): JSX.Element {
  return h(
    'pass-key',
    { question: peoplePaths.passkeyQuestion.href() },
    <form method="post" action={peoplePaths.passkeySignIn.href()} hidden>
      <Hidden name="ke" value={to} />
      <Hidden name="answer" value="" />
      <p class="error" role="alert" hidden />
      <Button label="Masuk dengan kunci sandi" kind="plain" />
    </form>,
  )
}
