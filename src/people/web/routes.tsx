import { accountRoutes } from './account-routes.tsx'
import { mailLinkRoutes } from './mail-link-routes.tsx'
import { outboxRoutes } from './outbox-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { ssoRoutes } from './sso-routes.tsx'

export const routes = [
  ...signInRoutes,
  ...passkeyRoutes,
  ...ssoRoutes,
  ...mailLinkRoutes,
  ...accountRoutes,
  ...outboxRoutes,
]
