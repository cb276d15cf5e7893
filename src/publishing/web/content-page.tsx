import type { JSX } from 'preact'
import { channelPaths } from '../../channels/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatInstant } from '../../platform/time.ts'
import { At, OnDay } from '../../platform/ui/at.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Hidden, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { type Content, contentKinds, contentThemes } from '../content.ts'
import type { ContentEvent } from '../find-contents.ts'
import { contentPaths } from '../paths.ts'
import type { Picture } from '../picture.ts'
import { StateBadge } from './content-state.tsx'
import { PictureImage } from './picture.tsx'

/** What this person may do with this item now. */
export interface Offer {
  change: boolean
  submit: boolean
  approve: boolean
  /** Why not, where somebody who may approve may not approve this one. */
  approveNot: string | null
  giveBack: boolean
  remove: boolean
}

interface Props {
  frame: Frame
  content: Content
  agencyName: string
  picture: Picture | null
  history: readonly ContentEvent[]
  offer: Offer
  /** By a contributor without an account. */
  handedIn: boolean
  /** Address on the public site; null: not public now. */
  publicHref: string | null
  errors?: FieldErrors
  reason?: string
}

/** Where a broadcast about it is begun. */
const broadcastHref = ({ id, title, theme }: Content, address: string): string =>
  channelPaths.newPost.href({}, { konten: id, judul: title, alamat: address, tema: theme })

export function ContentPage(props: Props): JSX.Element {
  const { frame, content, agencyName, offer, publicHref, errors = {} } = props
  const { id } = content
  return (
    <StaffPage
      frame={frame}
      title={content.title}
      actions={
        <>
          {offer.change && <ButtonLink href={contentPaths.change.href({ id })}>Ubah</ButtonLink>}
          {publicHref !== null && frame.may('post.write') && (
            <ButtonLink href={broadcastHref(content, publicHref)}>Siarkan di X</ButtonLink>
          )}
        </>
      }
    >
      {Object.keys(errors).length > 0 && (
        <div role="alert">
          <Notice tone="bad" title="Belum dapat diproses">
            {Object.values(errors).join(' ')}
          </Notice>
        </div>
      )}
      {props.handedIn && content.state === 'draft' && content.editorId === null && (
        <Notice tone="info" title="Dari kontributor">
          Sebelum mengajukan, periksa jenis dan temanya, rapikan tulisannya, dan lengkapi teks gambarnya.
        </Notice>
      )}
      {content.returnReason !== null && (
        <Notice tone="warn" title="Dikembalikan untuk diperbaiki">
          {content.returnReason}
        </Notice>
      )}
      <Facts
        items={[
          ['Keadaan', <StateBadge key="state" content={content} />],
          ['Perangkat daerah', agencyName],
          ['Jenis dan tema', `${contentKinds[content.kind]}, ${contentThemes[content.theme].toLowerCase()}`],
          ['Penulis', content.authorName + (props.handedIn ? ' (kontributor)' : '')],
          ['Terakhir diubah', `${formatInstant(content.changedAt)}, isinya oleh ${content.editorName}`],
          ['Pertama terbit', content.firstPublishedAt && <At key="first" instant={content.firstPublishedAt} />],
          [
            'Di situs',
            publicHref && (
              <a key="public" href={publicHref}>
                Lihat halamannya
              </a>
            ),
          ],
        ]}
      />
      <Steps {...props} />
      <Section title="Pratinjau">
        <Preview content={content} picture={props.picture} />
      </Section>
      <Removal {...props} />
      <Section title="Riwayat">
        <ol class="timeline">
          {props.history.map(({ at, action, actorName, reason }) => (
            <li key={at.toISOString() + action}>
              <At instant={at} /> <strong>{actionWords[action] ?? action}</strong> oleh {actorName}
              {reason && <>: {reason}</>}
            </li>
          ))}
        </ol>
      </Section>
    </StaffPage>
  )
}

const actionWords: Readonly<Record<string, string>> = {
  'content.created': 'ditulis',
  'content.edited': 'diubah',
  'content.submitted': 'diajukan',
  'content.returned': 'dikembalikan',
  'content.published': 'diterbitkan',
  'content.changed': 'perubahannya diterbitkan',
  'content.removed': 'ditarik',
}

function Steps({ content, offer, errors, reason }: Props): JSX.Element | null {
  const { id, version } = content
  if (!offer.submit && !offer.approve && !offer.giveBack && offer.approveNot === null) return null
  return (
    <Section title="Langkah berikutnya">
      {offer.submit && (
        <PostButton action={contentPaths.submission.href({ id })} label="Ajukan untuk disetujui" kind="main" />
      )}
      {offer.approveNot !== null && <Notice tone="info">{offer.approveNot}</Notice>}
      {offer.approve && (
        <PostButton
          action={contentPaths.approval.href({ id })}
          label="Setujui dan terbitkan"
          kind="main"
          fields={{ version }}
        />
      )}
      {offer.giveBack && (
        <details class="more" open={errors?.reason !== undefined}>
          <summary>Kembalikan kepada penulis</summary>
          <Form action={contentPaths.returning.href({ id })} submit="Kembalikan">
            <TextArea
              name="reason"
              label="Yang perlu diperbaiki"
              required
              rows={3}
              value={reason}
              error={errors?.reason}
            />
          </Form>
        </details>
      )}
    </Section>
  )
}

function Removal({ content, offer, reason, errors }: Props): JSX.Element | null {
  if (!offer.remove) return null
  return (
    <details class="more">
      <summary>Tarik konten ini</summary>
      <Form action={contentPaths.removal.href({ id: content.id })} submit="Tarik dari situs">
        <Hidden name="version" value={content.version} />
        <TextArea name="reason" label="Alasan penarikan" required rows={3} value={reason} error={errors?.reason} />
      </Form>
    </details>
  )
}

function Preview({ content, picture }: { content: Content; picture: Picture | null }): JSX.Element {
  return (
    <div class="preview">
      <p class="preview-title">{content.title}</p>
      {content.eventDay !== null && (
        <p>
          <OnDay day={content.eventDay} />
          {content.eventPlace && `, ${content.eventPlace}`}
        </p>
      )}
      {picture && <PictureImage picture={picture} sizes="(min-width: 44rem) 42rem, 100vw" late />}
      {/* Clean since it was saved: `body.ts`. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: content.bodyHtml || '<p>Isi belum ditulis.</p>' }} />
    </div>
  )
}
