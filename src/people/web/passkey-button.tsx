import { type ComponentChildren, h, type JSX } from 'preact'
import { Button } from '../../platform/ui/button.tsx'
import { Hidden } from '../../platform/ui/fields.tsx'
import { peoplePaths } from '../paths.ts'

interface Props {
  /** Where the question to the authenticator is asked. */
  question: string
  action: string
  label: string
  /** Makes a passkey instead of using one. */
  add?: boolean
  children?: ComponentChildren
}

/** A form that an authenticator answers. Passkeys need script, so it stays hidden without; island `passkey`. */
export function PasskeyForm({ question, action, label, add, children }: Props): JSX.Element {
  return h(
    'pass-key',
    { question, act: add ? 'add' : undefined },
    <form class="form" method="post" action={action} hidden>
      {children}
      <Hidden name="answer" value="" />
      <p class="error" role="alert" hidden />
      <p>
        <Button label={label} kind="plain" />
      </p>
    </form>,
  )
}

/** Signs in with a passkey. */
export const PasskeyButton = ({ to }: { to: string }): JSX.Element => (
  <PasskeyForm
    question={peoplePaths.passkeyQuestion.href()}
    action={peoplePaths.passkeySignIn.href()}
    label="Masuk dengan kunci sandi"
  >
    <Hidden name="ke" value={to} />
  </PasskeyForm>
)
