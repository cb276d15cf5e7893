import { type Action, agencyRoles, delegate, policy, type Role, roles } from './policy.ts'
import { roleNames } from './role.ts'

const nouns: Readonly<Record<string, string>> = {
  agency: 'perangkat daerah',
  content: 'konten',
  contributor: 'tautan kontributor',
  website: 'situs web',
  account: 'akun media sosial',
  cost: 'biaya X',
  post: 'siaran',
  case: 'kasus',
  answer: 'jawaban kasus',
  'answer-approval': 'perlunya persetujuan jawaban',
  'saved-answer': 'jawaban tersimpan',
  reporter: 'identitas pelapor',
  report: 'laporan bulanan',
  delegation: 'delegasi',
  appointment: 'jabatan',
  recap: 'rekapitulasi kota',
  calendar: 'kalender dan batas waktu',
  mail: 'surat keluar',
  event: 'jejak',
  person: 'orang',
}

const verbs: Readonly<Record<string, string>> = {
  read: 'melihat',
  manage: 'mengelola',
  write: 'menulis',
  approve: 'menyetujui',
  scan: 'memindai',
  connect: 'menyambungkan',
  open: 'membuka',
  'pass-on': 'meneruskan',
  answer: 'menjawab',
  make: 'membuat',
  receive: 'menerima',
  forward: 'meneruskan',
  erase: 'menghapus data',
  work: 'mengerjakan',
  set: 'menetapkan',
  'open-anonymous': 'membuka (laporan anonim)',
}

const inWords = (action: string): string => {
  const [noun = '', verb = ''] = action.split('.')
  return `${verbs[verb] ?? verb} ${nouns[noun] ?? noun}`
}

type Holder = Role | typeof delegate

const holders: readonly Holder[] = [...agencyRoles, delegate, ...roles.filter((role) => !agencyRoles.includes(role))]

const nameOf = (holder: Holder): string =>
  holder === delegate ? 'Pemeriksa dengan delegasi kepala' : roleNames[holder]

/** `sendiri`: the agency the role is held for. `kota`: every agency. What is not there is refused. */
function reach(action: Action, holder: Holder): string {
  const { own, city }: { own: readonly string[]; city: readonly string[] } = policy[action]
  const inAgency = holder === delegate || agencyRoles.includes(holder)
  if (inAgency) return own.includes(holder) ? 'sendiri' : ''
  return city.includes(holder) ? 'kota' : ''
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** `docs/POLICY.md`, whole: who may do what, as `policy.ts` decides it. Written by `bin/policy`. */
export function policyPage(): string {
  const head = ['tindakan', 'kode', ...holders.map((holder) => `\`${holder}\``)]
  const actions = Object.keys(policy) as Action[]
  return [
    '# Who may do what',
    '',
    'Written by `bin/policy` from `src/agencies/policy.ts`; change that file, not this one. `test/routes.test.ts` tries',
    'every page, form and operation of the API against a table of its own.',
    '',
    '- **sendiri**: for the agency the role is held for. For another agency the answer is no, and a page of it is 404.',
    '- **kota**: for every agency, and for what belongs to the whole city.',
    '- `agency.read` besides opens the register of all agencies; who works in another one, and by which decree, it does not.',
    '- empty: refused, for the own agency, for another one and for the city.',
    '',
    '| role | di layar | dipegang untuk |',
    '| --- | --- | --- |',
    ...holders.map((holder) =>
      row([
        `\`${holder}\``,
        nameOf(holder),
        holder === delegate || agencyRoles.includes(holder) ? 'satu perangkat daerah' : 'seluruh kota',
      ]),
    ),
    '',
    row(head),
    row(head.map(() => '---')),
    ...actions.map((action) =>
      row([inWords(action), `\`${action}\``, ...holders.map((holder) => reach(action, holder))]),
    ),
    '',
    'Jobs and schedules may do everything; who is not signed in may nothing of this. A reviewer to whom the head has',
    'delegated keeps the rights of a reviewer besides.',
    '',
  ].join('\n')
}
