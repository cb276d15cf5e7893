import sharp from 'sharp'
import { findAgency } from '../agencies/find-agencies.ts'
import { accepted } from '../platform/refusal.ts'
import { addDays } from '../platform/time.ts'
import { approveContent } from '../publishing/approve-content.ts'
import { changeContent } from '../publishing/change-content.ts'
import { openSite } from '../publishing/open-site.ts'
import { removeContent } from '../publishing/remove-content.ts'
import { returnContent } from '../publishing/return-content.ts'
import { submitContent } from '../publishing/submit-content.ts'
import { writeContent } from '../publishing/write-content.ts'
import type { Example } from './example.ts'
import { type ExampleItem, exampleSites } from './publishing-texts.ts'

/** Sites of four agencies with what they published, in every state, by their own people. */
export async function examplePublishing(city: Example): Promise<void> {
  const known = await city.platform.db.selectFrom('site').select('agency_id').limit(1).executeTakeFirst()
  if (known) return
  for (const [agencyId, { tagline, items }] of Object.entries(exampleSites)) {
    const comms = city.as('petugas@diskominfo.example', city.daysAgo(198, '09:00'))
    const { name } = await findAgency(comms, agencyId)
    accepted(await openSite(comms, { agencyId, title: name, tagline }))
    for (const item of items) await tell(city, agencyId, item)
  }
}

/** Who approves in agencies without a secretary's account. */
const approverOf = (agencyId: string): string =>
  agencyId === 'disarpusda' ? 'kepala@disarpusda.example' : `sekretaris@${agencyId}.example`

async function tell(city: Example, agencyId: string, item: ExampleItem): Promise<void> {
  const { days, kind, theme, title, body, state = 'published', picture } = item
  const writer = (time: string, later = 0) => city.as(`operator@${agencyId}.example`, city.daysAgo(days - later, time))
  const approver = (time: string, later = 0) => city.as(approverOf(agencyId), city.daysAgo(days - later, time))
  const draft = {
    kind,
    theme,
    title,
    body,
    ...(item.inDays !== undefined && { eventDay: addDays(city.today, item.inDays), eventPlace: item.place }),
  }
  const written = await writeContent(writer('09:12'), {
    agencyId,
    ...draft,
    ...(picture && { picture: { bytes: await draw(picture.drawing), alt: picture.alt, decorative: false } }),
  })
  const { id } = accepted(written)
  if (state === 'draft') return
  accepted(await submitContent(writer('09:47'), { id }))
  if (state === 'in-review') return
  if (state === 'returned') {
    const reason = 'Lengkapi alamat dan nomor telepon setiap apotek, lalu ajukan lagi.'
    accepted(await returnContent(approver('13:25'), { id, reason }))
    return
  }
  accepted(await approveContent(approver('13:40'), { id }))
  if (state === 'removed')
    accepted(await removeContent(approver('10:05', 6), { id, reason: 'Masa berlakunya sudah lewat.' }))
  if (state !== 'changed') return
  const addition = '\n\nPembaruan: jadwal ini tetap berlaku sampai ada pengumuman berikutnya.'
  accepted(await changeContent(writer('08:30', 3), { id, ...draft, body: body + addition, significant: true }))
  accepted(await submitContent(writer('08:35', 3), { id }))
  accepted(await approveContent(approver('11:15', 3), { id }))
}

const shapes: Readonly<Record<NonNullable<ExampleItem['picture']>['drawing'], string>> = {
  ticket:
    '<path d="M300 240h600v110a50 50 0 0 0 0 100v110H300V450a50 50 0 0 0 0-100z" fill="#f0b849"/><path d="M440 270v260" stroke="#16263f" stroke-width="10" stroke-dasharray="24 20"/><path d="M530 340q70-60 110 0 10 40-110 130h120M700 330h120L750 470" fill="none" stroke="#16263f" stroke-width="34" stroke-linejoin="round"/>',
  drop: '<path d="M600 150c90 130 150 200 150 290a150 150 0 0 1-300 0c0-90 60-160 150-290z" fill="#f0b849"/><path d="M330 650h540" stroke="#f8f3e7" stroke-width="36" stroke-linecap="round"/>',
  bus: '<rect x="300" y="220" width="600" height="330" rx="40" fill="#f0b849"/><path d="M350 280h150v110H350zm200 0h150v110H550zm200 0h100v110H750z" fill="#16263f"/><circle cx="430" cy="560" r="60" fill="#f8f3e7"/><circle cx="770" cy="560" r="60" fill="#f8f3e7"/><path d="M140 650l160-70" stroke="#f8f3e7" stroke-width="30"/>',
  leaf: '<path d="M600 560c-240-20-300-220-220-400 220 40 310 200 220 400z" fill="#7fb069"/><path d="M620 560c10-190 130-290 300-290 20 180-100 300-300 290z" fill="#f0b849"/><path d="M220 650c120-50 240 50 380 0s260 50 380 0" fill="none" stroke="#f8f3e7" stroke-width="24"/>',
  book: '<path d="M600 250c-120-60-240-60-360-20v370c120-40 240-40 360 20 120-60 240-60 360-20V230c-120-40-240-40-360 20z" fill="#f8f3e7"/><path d="M600 250v370" stroke="#16263f" stroke-width="14"/><path d="M760 215v180l40-40 40 40V212z" fill="#f0b849"/>',
  needle:
    '<path d="M600 140l260 90v190c0 150-110 240-260 290-150-50-260-140-260-290V230z" fill="#f0b849"/><path d="M560 300h80v90h90v80h-90v90h-80v-90h-90v-80h90z" fill="#16263f"/>',
  bin: '<g fill="#f8f3e7"><path d="M260 330h180l-20 320H280zM510 330h180l-20 320H530zM760 330h180l-20 320H780z"/></g><path d="M240 260h220v50H240z" fill="#7fb069"/><path d="M490 260h220v50H490z" fill="#f0b849"/><path d="M740 260h220v50H740z" fill="#c85b3c"/>',
}

/** A drawing of our own, as the PNG somebody would send. */
const draw = (drawing: keyof typeof shapes): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="760" viewBox="0 0 1200 760"><rect width="1200" height="760" fill="#1f4788"/><defs><pattern id="t" width="60" height="30" patternUnits="userSpaceOnUse" y="730"><path d="M0 30L30 0l30 30z" fill="#f0b849"/></pattern></defs><path d="M0 730h1200v30H0z" fill="url(#t)"/>${shapes[drawing]}</svg>`,
    ),
  )
    .png()
    .toBuffer()
