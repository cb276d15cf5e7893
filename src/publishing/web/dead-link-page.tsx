import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Section } from '../../platform/ui/section.tsx'
import type { HandInValues } from './hand-in-page.tsx'

/** The same for a link that never was, is over or was taken back. What was just written is there to be copied. */
export function DeadLinkPage({ frame, written }: { frame: Frame; written?: HandInValues }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Tautan ini tidak berlaku">
      <p>
        Mintalah tautan baru kepada operator atau sekretaris perangkat daerah Anda. Bila tautan ini baru Anda terima,
        pastikan alamatnya tersalin utuh.
      </p>
      {written && (written.title || written.body) && (
        <Section title="Tulisan Anda belum terkirim">
          <p>Salin tulisan ini, lalu kirim kembali dengan tautan yang baru.</p>
          <p>
            <strong>{written.title}</strong>
          </p>
          <div class="prose">
            {written.body.split(/\n+/).map((line, i) => (
              <p key={i}>{line}</p>
            ))}
          </div>
        </Section>
      )}
    </CitizenPage>
  )
}
