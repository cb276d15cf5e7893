import { setApproval } from '../cases/answer-approval.ts'
import { assignCase } from '../cases/assign-case.ts'
import { followUpCase } from '../cases/follow-up-case.ts'
import { labelCase } from '../cases/label-case.ts'
import { mergeCase } from '../cases/merge-case.ts'
import { noteCase } from '../cases/note-case.ts'
import { openCase } from '../cases/open-case.ts'
import { handInAnswer } from '../cases/propose-answer.ts'
import { rateCase } from '../cases/rate-case.ts'
import { saveAnswerText } from '../cases/save-answer-text.ts'
import { putUnderTopic } from '../cases/topic-case.ts'
import { triageCase } from '../cases/triage-case.ts'
import { accepted } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import type { Example } from './example.ts'
import '../cases/data/tables.ts'

const sari = 'operator@dinkes.example'
const budi = 'sekretaris@dinkes.example'
const nurul = 'operator@dlh.example'

/** What colleagues do with cases: something of each kind, for whoever looks around for the first time. */
export async function exampleCaseWork(city: Example): Promise<void> {
  const told = await city.platform.db.selectFrom('topic').select('id').limit(1).executeTakeFirst()
  if (told) return
  await texts(city)
  await queueAtTheClinic(city)
  await branchOverThePlayground(city)
  await floodedUnderpass(city)
  await advertisement(city)
  await thanks(city)
}

async function texts(city: Example): Promise<void> {
  const at = city.daysAgo(50, '10:00')
  const welcome = {
    agencyId: null,
    title: 'Laporan diterima, sedang diperiksa',
    text: 'Terima kasih. Laporan {tiket} kami terima dan sedang kami periksa. {perangkat-daerah}',
  }
  accepted(await saveAnswerText(city.as('petugas@diskominfo.example', at), welcome))
  const hours = {
    agencyId: 'dinkes',
    title: 'Jam layanan puskesmas',
    text: 'Puskesmas melayani Senin sampai Sabtu pukul 07.30 sampai 14.00. {perangkat-daerah}',
  }
  accepted(await saveAnswerText(city.as(sari, at), hours))
}

/** Decided, given to somebody, talked about, labelled and followed up. */
async function queueAtTheClinic(city: Example): Promise<void> {
  const found = await caseCalled(city, 'Nomor antrean daring puskesmas')
  if (!found) return
  const { ticket, version } = found
  const place = { theme: 'community', districtId: '', subdistrictId: '', text: '', reason: '' }
  const decision = { ticket, version, outcome: 'process', kind: 'complaint', class: 'plain', ...place }
  accepted(await triageCase(city.as(sari, city.daysAgo(2, '09:10')), decision))
  const { id: personId } = await personOf(city, sari)
  const order = { ticket, personId, note: 'Mohon selesai pekan ini.' }
  accepted(await assignCase(city.as(budi, city.daysAgo(2, '09:40')), order))
  const note = { ticket, text: '@Budi Umpama, data kuota dari aplikasi sudah saya minta.', mention: '' }
  accepted(await noteCase(city.as(sari, city.daysAgo(1, '10:05')), note))
  accepted(await labelCase(city.as(sari, city.daysAgo(1, '10:06')), { ticket, name: 'antrean daring' }))
  const proof = {
    ticket,
    kind: 'link',
    text: 'Kuota aplikasi ditambah setengah untuk tiap puskesmas.',
    link: 'https://dinkes.example/kuota-antrean',
    uploads: [],
  }
  accepted(await followUpCase(city.as(sari, city.daysAgo(1, '14:30')), proof))
}

/** An answer that waits for the secretary, in an agency whose head wants it so. */
async function branchOverThePlayground(city: Example): Promise<void> {
  const at = city.daysAgo(1, '11:00')
  const rule = { agencyId: 'dlh', required: true, from: dayInWib(at) }
  accepted(await setApproval(city.as('kepala@dlh.example', at), rule))
  const found = await caseCalled(city, 'Dahan pohon besar lapuk')
  if (!found) return
  const text = 'Pohon sudah dipangkas dan dahan yang lapuk diangkut.'
  accepted(await handInAnswer(city.as(nurul, city.daysAgo(1, '13:20')), { ...found, text, final: true }))
}

/** One matter of several citizens under one topic; one of them reported twice, which is merged. */
async function floodedUnderpass(city: Example): Promise<void> {
  const reports: readonly (readonly [time: string, text: string, contact: string])[] = [
    ['06:20', 'Terowongan bawah rel tergenang setinggi lutut, motor mogok.', '0800-0000-011'],
    ['06:45', 'Genangan di terowongan rel sejak subuh, angkot tidak lewat.', 'warga.umpama@surel.example'],
    ['07:30', 'Terowongan masih tergenang, tolong pompanya dinyalakan.', '0800-0000-011'],
  ]
  const opened: { ticket: string; version: number }[] = []
  for (const [time, text, contact] of reports) {
    const receivedAt = city.daysAgo(3, time)
    const word = { agencyId: 'dlh', channel: 'form', kind: 'complaint', text, place: 'Terowongan rel' } as const
    opened.push(accepted(await openCase(city.system(receivedAt), { ...word, receivedAt, reporter: { contact } })))
  }
  const [first, second, third] = opened
  if (!first || !second || !third) return
  const operator = (time: string) => city.as(nurul, city.daysAgo(2, time))
  const name = 'Genangan terowongan rel'
  const topic = accepted(await putUnderTopic(operator('08:10'), { ticket: first.ticket, topicId: '', name }))
  accepted(await putUnderTopic(operator('08:11'), { ticket: second.ticket, topicId: topic.id, name: '' }))
  accepted(await mergeCase(operator('08:12'), { ...third, into: first.ticket }))
}

/** What is no matter is archived with the reason. */
async function advertisement(city: Example): Promise<void> {
  const receivedAt = city.daysAgo(3, '13:00')
  const text = 'Butuh pinjaman cepat? Hubungi kami, cair hari ini juga.'
  const word = { agencyId: 'dinkes', channel: 'form', kind: 'opinion', text, receivedAt } as const
  const { ticket, version } = accepted(await openCase(city.system(receivedAt), word))
  const place = { theme: '', districtId: '', subdistrictId: '', text: '' }
  const decision = { ticket, version, outcome: 'archive', kind: 'opinion', class: 'plain', reason: 'Iklan', ...place }
  accepted(await triageCase(city.as(sari, city.daysAgo(2, '08:20')), decision))
}

/** A citizen who is content. */
async function thanks(city: Example): Promise<void> {
  const found = await caseCalled(city, 'Apakah surat keterangan sehat')
  const at = city.daysAgo(1, '19:00')
  if (found?.state === 'answered')
    accepted(await rateCase(city.system(at), { ticket: found.ticket, score: 5, text: 'Jelas dan cepat.' }))
}

const caseCalled = (city: Example, beginning: string) =>
  city.platform.db
    .selectFrom('cases')
    .select(['ticket', 'version', 'state'])
    .where('subject', 'like', `${beginning}%`)
    .executeTakeFirst()

const personOf = (city: Example, email: string) =>
  city.platform.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
