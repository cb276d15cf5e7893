import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { statusWords } from '../cadence.ts'
import type { KeptEvidence, Scan } from '../find-scans.ts'
import { monitoringPaths } from '../paths.ts'
import { aliveTone, statusTone, type WebsiteState } from '../website-state.ts'
import { EvidenceTable, ScanTable } from './scan-tables.tsx'

interface Props {
  frame: Frame
  state: WebsiteState & { agencyName: string }
  /** The scan the verdict comes from, with what it rests on. */
  proof: { scan: Scan; evidence: readonly KeptEvidence[] } | null
  /** The newest scans, newest first. */
  scans: readonly Scan[]
  errors?: FieldErrors
  mayScan: boolean
  mayManage: boolean
}

export function WebsitePage(props: Props): JSX.Element {
  const { frame, state, proof, scans, errors = {} } = props
  const findings = scans[0]?.findings ?? []
  return (
    <StaffPage frame={frame} title={`Situs ${state.agencyName}`} actions={<Actions {...props} />}>
      {errors[''] && <Notice tone="bad">{errors['']}</Notice>}
      <p class="lead">{proof ? proof.scan.verdict : 'Belum ada pemindaian yang berhasil membuka situs ini.'}</p>
      <StateFacts state={state} />
      {findings.length > 0 && (
        <Section title="Temuan pemindaian terakhir">
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.code} ${finding.url}`}>
                {finding.text} <small>{finding.url}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Bukti">
        {proof && proof.evidence.length > 0 ? (
          <EvidenceTable evidence={proof.evidence} scan={proof.scan} />
        ) : (
          <Empty title="Tidak ada bukti pembaruan">
            Kemutakhiran tidak dapat ditentukan; ini tidak dihitung sebagai kesalahan perangkat daerah.
          </Empty>
        )}
      </Section>
      <Section title="Riwayat pindai">
        <ScanTable scans={scans} />
      </Section>
    </StaffPage>
  )
}

function StateFacts({ state }: { state: Props['state'] }): JSX.Element {
  const { website } = state
  return (
    <Facts
      items={[
        [
          'Alamat',
          <a key="url" href={website.url}>
            {website.url}
          </a>,
        ],
        [
          'Keadaan',
          <Badge key="alive" tone={aliveTone[state.alive]}>
            {state.aliveWords}
          </Badge>,
        ],
        [
          'Kemutakhiran',
          <Badge key="status" tone={statusTone[state.status]}>
            {statusWords[state.status]}
          </Badge>,
        ],
        ['Tempat', website.hosted ? 'Dilayani Kentongan' : 'Situs sendiri'],
        ['Perangkat lunak', website.cms],
        ['Dipindai', state.scannedAt && <At key="at" instant={state.scannedAt} />],
      ]}
    />
  )
}

function Actions({ state: { website }, mayScan, mayManage }: Props): JSX.Element {
  const params = { website: website.id }
  return (
    <>
      {mayScan && website.monitored && (
        <PostButton action={monitoringPaths.scans.href(params)} label="Pindai sekarang" kind="main" />
      )}
      {mayManage && (
        <PostButton
          action={monitoringPaths.monitoring.href(params)}
          label={website.monitored ? 'Hentikan pemantauan' : 'Nyalakan pemantauan'}
          fields={{ monitored: website.monitored ? 'no' : 'yes', version: website.version }}
        />
      )}
    </>
  )
}
