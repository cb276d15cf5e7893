import { accountRoutes } from './account-routes.tsx'
import { mailLinkRoutes } from './mail-link-routes.tsx'
import { outboxRoutes } from './outbox-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const routes = [...signInRoutes, ...mailLinkRoutes, ...accountRoutes, ...outboxRoutes]
