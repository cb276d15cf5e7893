import assert from 'node:assert/strict'
import sharp from 'sharp'
import { accepted } from '../src/platform/refusal.ts'
import { openSite } from '../src/publishing/open-site.ts'
import { openWorld, type World } from './world.ts'

/** A world in which Dinkes has a site and people who write and approve, by their own forms. */
export interface Newsroom extends World {
  /** The fields of a form that is complete. */
  news: Record<string, string>
  /** Writes an item as the operator; answers its id. */
  writeNews(fields?: Record<string, string>): Promise<string>
  /** Submits as the operator and approves as the secretary. */
  publish(id: string): Promise<void>
}

export async function openNewsroom(): Promise<Newsroom> {
  const world = await openWorld()
  const site = { agencyId: 'dinkes', title: 'Dinas Kesehatan', tagline: 'Bekasi sehat' }
  accepted(await openSite(world.ctx('commsOfficer'), site))
  const news = {
    agencyId: 'dinkes',
    kind: 'news',
    theme: 'community',
    title: 'Imunisasi Polio Digelar di 48 Puskesmas',
    body: 'Dinas Kesehatan menggelar **imunisasi** polio.\n\n## Jadwal\n\nSenin sampai Jumat.',
  }
  return {
    ...world,
    news,
    async writeNews(fields = {}) {
      const { status, location } = await world.as('operatorDinkes').post('/konten/baru', { ...news, ...fields })
      assert.equal(status, 303)
      return location?.split('/').at(-1) ?? ''
    },
    async publish(id) {
      assert.equal((await world.as('operatorDinkes').post(`/konten/${id}/pengajuan`)).status, 303)
      const { $ } = await world.as('reviewerDinkes').get(`/konten/${id}`)
      const version = $('form[action$="/persetujuan"] input[name=version]').attr('value') ?? ''
      assert.equal((await world.as('reviewerDinkes').post(`/konten/${id}/persetujuan`, { version })).status, 303)
    },
  }
}

/** A photo as a camera gives it. */
export const photo = (width = 1200): Promise<Buffer> =>
  sharp({ create: { width, height: 800, channels: 3, background: '#1f4788' } })
    .jpeg()
    .toBuffer()
