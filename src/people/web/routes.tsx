import { accountRoutes } from './account-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const routes = [...signInRoutes, ...accountRoutes]
