import type { Ctx } from '../platform/ctx.ts'
import { formatTime } from '../platform/time.ts'
import { platforms, type SocialAccount } from './account.ts'
import { adapterOf } from './adapters.ts'
import { type ChannelError, freshly } from './ask-x.ts'
import { readAccount } from './data/account-rows.ts'
import { inSeconds } from './setting.ts'
import { takeWords } from './take-words.ts'
import './data/tables.ts'

/** Asks a platform for what was said to an account since the last look, and takes it in. A failed look loses nothing. */
export async function lookForWords(ctx: Ctx, account: Pick<SocialAccount, 'id' | 'platform'>): Promise<void> {
  const { fetchNew } = adapterOf(account.platform)
  if (!fetchNew) return
  const { mentions_until } = await readAccount(ctx, account.id)
  const answer = await fetchNew(ctx, account.id, mentions_until)
  const after = freshly(ctx)
  if (answer.ok) await takeWords(after, account.id, answer.value.words, answer.value.mark)
  await after.db
    .updateTable('social_account')
    .set(
      answer.ok
        ? { polled_at: after.now, poll_not_before: null, poll_problem: null }
        : {
            poll_problem: inWords(answer.error, platforms[account.platform]),
            poll_not_before: answer.error.kind === 'rate-limited' ? inSeconds(answer.error.until, 5) : null,
          },
    )
    .where('id', '=', account.id)
    .execute()
}

function inWords(error: ChannelError, platform: string): string {
  if (error.kind === 'rate-limited')
    return `${platform} sedang membatasi permintaan. Diperiksa lagi setelah pukul ${formatTime(error.until)} WIB.`
  if (error.kind === 'unauthorized' || error.kind === 'disconnected')
    return `Akun perlu disambungkan lagi ke ${platform}.`
  if (error.kind === 'refused') return `${platform} menolak: “${error.reason.slice(0, 200)}”`
  return `${platform} belum dapat dihubungi. Diperiksa lagi secara otomatis.`
}
