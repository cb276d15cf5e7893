import type { JSX } from 'preact'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { channelPaths } from '../paths.ts'
import type { Post } from '../post.ts'

/** What this person may do with this post now. */
export interface Possible {
  change: boolean
  submit: boolean
  approve: boolean
  /** The approval that is asked for now is the last one. */
  lastStep: boolean
  sendAgain: boolean
  cancel: boolean
  /** It was held: send it now, or give it another time. */
  decide: boolean
  emergency: boolean
  checkEmergency: boolean
  /** Make it known through the other agencies. */
  announce: boolean
}

/** The buttons beside the title. */
export function PostActions({ post, possible, now }: { post: Post; possible: Possible; now: Date }): JSX.Element {
  const params = { id: post.id }
  const fields = { version: post.version }
  return (
    <>
      {possible.submit && (
        <PostButton
          action={channelPaths.submission.href(params)}
          label="Ajukan persetujuan"
          kind="main"
          fields={fields}
        />
      )}
      {possible.approve && <Approve post={post} lastStep={possible.lastStep} now={now} />}
      {possible.sendAgain && (
        <PostButton action={channelPaths.resending.href(params)} label="Kirim lagi" kind="main" fields={fields} />
      )}
      {possible.decide && (
        <PostButton action={channelPaths.lateSending.href(params)} label="Kirim sekarang" kind="main" fields={fields} />
      )}
      {possible.checkEmergency && (
        <PostButton
          action={channelPaths.emergencyCheck.href(params)}
          label="Sudah saya periksa"
          kind="main"
          fields={fields}
        />
      )}
      {possible.announce && (
        <ButtonLink href={channelPaths.newAnnouncement.href(params)}>Umumkan ke seluruh kota</ButtonLink>
      )}
      {possible.emergency && <ButtonLink href={channelPaths.emergency.href(params)}>Kirim darurat</ButtonLink>}
      {possible.cancel && (
        <PostButton
          action={channelPaths.cancellation.href(params)}
          label={post.state === 'approved' ? 'Batalkan pengiriman' : 'Batalkan siaran'}
          kind="danger"
          fields={fields}
        />
      )}
    </>
  )
}

function Approve({ post, lastStep, now }: { post: Post; lastStep: boolean; now: Date }): JSX.Element {
  const { scheduledFor } = post
  const late = scheduledFor !== null && scheduledFor <= now
  const words = !lastStep
    ? 'Setujui, teruskan ke langkah berikutnya'
    : late
      ? 'Setujui dan kirim sekarang, jadwalnya sudah lewat'
      : scheduledFor
        ? 'Setujui sesuai jadwal'
        : 'Setujui dan kirim'
  return (
    <PostButton
      action={channelPaths.approval.href({ id: post.id })}
      label={words}
      kind="main"
      fields={{ version: post.version, ...(late && { sendNow: 'yes' }) }}
    />
  )
}
