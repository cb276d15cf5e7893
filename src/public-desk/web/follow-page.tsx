import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Answers, CaseState, type CaseStateProps } from './case-state.tsx'

/** The state of a case for whoever has the ticket: never a person, never what was reported. */
export function FollowPage({ frame, ...state }: CaseStateProps & { frame: Frame }): JSX.Element {
  return (
    <CitizenPage frame={frame} title={`Laporan ${state.found.ticket}`}>
      <CaseState {...state} />
      <Answers {...state} keep="nomor tiket" />
      <p class="hint">
        Anda yang mengirimnya? Pakai tautan yang Anda terima saat mengirim, untuk menambah keterangan atau menilai
        jawaban.
      </p>
    </CitizenPage>
  )
}
