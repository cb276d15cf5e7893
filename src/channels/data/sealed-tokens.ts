import type { Ctx } from '../../platform/ctx.ts'
import { open, seal } from '../../platform/secrets.ts'

interface TokenPair {
  accessToken: string
  refreshToken: string
}

/** Tokens as they are kept: sealed with the key of the installation. */
export const sealTokens = (ctx: Ctx, { accessToken, refreshToken }: TokenPair): string =>
  seal(ctx.platform.config.secretKey, JSON.stringify({ accessToken, refreshToken }))

export const openTokens = (ctx: Ctx, sealed: string): TokenPair =>
  JSON.parse(open(ctx.platform.config.secretKey, sealed))
