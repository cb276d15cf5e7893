import { Fragment, type JSX } from 'preact'
import { PostButton } from '../../platform/ui/button.tsx'
import { platforms } from '../account.ts'
import { channelPaths } from '../paths.ts'
import type { Post, PostPicture } from '../post.ts'
import { postLength } from '../post-length.ts'
import type { PostPrices } from '../post-price.ts'
import { weightInWords } from './post-weight.tsx'
import { PostBadge } from './state-badge.tsx'

interface Props {
  post: Post
  prices: PostPrices
  /** How many the thread has. */
  of: number
  /** May its pictures be changed, and under which version of the broadcast. */
  version: number | null
}

/** A post as readers will see it: links as such, pictures with their words; below, what it weighs and costs. */
export function PostPreview({ post, prices, of, version }: Props): JSX.Element {
  const described = post.pictures.filter(({ alt }) => alt !== '').length
  return (
    <article class="preview-post" aria-label={of > 1 ? `Bagian ${post.part} dari ${of}` : 'Isi siaran'}>
      <p>
        <strong>@{post.handle}</strong>{' '}
        {of > 1 && (
          <>
            bagian {post.part} dari {of}{' '}
          </>
        )}
        {of > 1 && <PostBadge state={post.state} />}
      </p>
      <p class="preview-text">{withLinks(post.text)}</p>
      {post.pictures.length > 0 && (
        <ul class="preview-pictures">
          {post.pictures.map((picture) => (
            <Picture key={picture.id} post={post} picture={picture} version={version} />
          ))}
        </ul>
      )}
      <p class="hint">{weightInWords(post.text, { platform: post.platform, prices }, described)}</p>
      {of > 1 && post.url && (
        <p>
          <a href={post.url}>Lihat di {platforms[post.platform]}</a>
        </p>
      )}
    </article>
  )
}

function Picture(props: { post: Post; picture: PostPicture; version: number | null }): JSX.Element {
  const { post, picture, version } = props
  const params = { id: post.id, picture: picture.id }
  return (
    <li>
      <img src={channelPaths.picture.href(params)} alt={picture.alt} loading="lazy" />
      <p>{picture.alt === '' ? 'Hiasan, tanpa teks gambar.' : picture.alt}</p>
      {version !== null && (
        <PostButton
          action={channelPaths.pictureRemoval.href(params)}
          label={`Hapus gambar ${picture.place}`}
          kind="quiet"
          fields={{ version }}
        />
      )}
    </li>
  )
}

/** The text with what X will make a link. Not to be followed here: it is not public yet. */
function withLinks(text: string): JSX.Element[] {
  const parts: JSX.Element[] = []
  let at = 0
  for (const link of postLength(text).links) {
    const found = text.indexOf(link, at)
    if (found < 0) continue
    parts.push(<Fragment key={at}>{text.slice(at, found)}</Fragment>, <mark key={`${found}-link`}>{link}</mark>)
    at = found + link.length
  }
  return [...parts, <Fragment key="end">{text.slice(at)}</Fragment>]
}
