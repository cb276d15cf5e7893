import { findAgenciesFor, findAgency } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Path } from '../../platform/http/paths.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { approveContent } from '../approve-content.ts'
import { changeContent } from '../change-content.ts'
import {
  type Content,
  isContentKind,
  isContentState,
  refuseToApprove,
  refuseToChange,
  refuseToRemove,
  refuseToReturn,
  refuseToSubmit,
} from '../content.ts'
import { type ContentFilter, findContent, findContents, findHistory } from '../find-contents.ts'
import { isHandedIn } from '../find-hand-ins.ts'
import { findPicture } from '../find-picture.ts'
import { contentPaths } from '../paths.ts'
import { removeContent } from '../remove-content.ts'
import { returnContent } from '../return-content.ts'
import { siteAddress, siteLinks } from '../site.ts'
import { submitContent } from '../submit-content.ts'
import { writeContent } from '../write-content.ts'
import { ContentPage, type Offer } from './content-page.tsx'
import { readForm, readPicture } from './form-values.ts'
import { ListPage } from './list-page.tsx'
import { ChangePage, WritePage } from './write-page.tsx'

function readFilter({ query }: PageRequest): ContentFilter {
  const [kind, state] = [query.get('jenis') ?? '', query.get('keadaan') ?? '']
  return {
    agencyId: query.get('pd') || undefined,
    kind: isContentKind(kind) ? kind : undefined,
    state: isContentState(state) ? state : undefined,
    words: query.get('q')?.slice(0, 200) || undefined,
    handedIn: query.get('asal') === 'kontributor' || undefined,
  }
}

function offerOf({ actor }: Ctx, content: Content): Offer {
  const writes = may(actor, 'content.write', content.agencyId)
  const approves = may(actor, 'content.approve', content.agencyId)
  const toApprove = refuseToApprove(content, actor)
  return {
    change: writes && !refuseToChange(content),
    submit: writes && !refuseToSubmit(content),
    approve: approves && !toApprove,
    approveNot: approves && toApprove?.refusal === 'forbidden' ? toApprove.reason : null,
    giveBack: approves && !refuseToReturn(content),
    remove: (content.revisionId === null ? writes : approves) && !refuseToRemove(content),
  }
}

/** Everything about one item, drawn; with the refusal of a step, where there is one. */
async function drawContent(ctx: Ctx, request: PageRequest, refusal?: Refusal) {
  const content = await findContent(ctx, request.params.id ?? '')
  const [agency, picture, history, handedIn] = await Promise.all([
    findAgency(ctx, content.agencyId),
    findPicture(ctx, content.pictureId),
    findHistory(ctx, content),
    isHandedIn(ctx, content.id),
  ])
  const address = siteAddress(ctx.platform.config, agency) + siteLinks('').item(content)
  const draw = (errors = {}) => (
    <ContentPage
      frame={request.frame}
      content={content}
      agencyName={agency.name}
      picture={picture}
      history={history}
      handedIn={handedIn}
      offer={offerOf(ctx, content)}
      publicHref={content.revisionId === null ? null : address}
      errors={errors}
      reason={request.field('reason')}
    />
  )
  return refusal ? refused(refusal, draw) : html(draw())
}

/** A step of the workflow: one button, back to the same page. */
const step = (
  path: Path<`/konten/:id/${string}`>,
  access: 'content.read' | 'content.write' | 'content.approve',
  run: (ctx: Ctx, id: string, request: PageRequest) => Promise<Content | Refusal>,
  notice: string,
) =>
  post(path, access, async (ctx, request) => {
    const id = request.params.id ?? ''
    const done = await run(ctx, id, request)
    return isRefusal(done) ? drawContent(ctx, request, done) : seeOther(contentPaths.content.href({ id }), notice)
  })

const versionOf = ({ field }: PageRequest): number => Number(field('version') || -1)

export const staffRoutes = [
  get(contentPaths.list, 'content.read', async (ctx, request) => {
    const filter = readFilter(request)
    const [{ items, next }, agencies] = await Promise.all([
      findContents(ctx, filter, { cursor: request.query.get('cursor') ?? undefined }),
      findAgenciesFor(ctx, 'content.read'),
    ])
    return html(<ListPage frame={request.frame} filter={filter} items={items} next={next} agencies={agencies} />)
  }),

  get(contentPaths.write, 'content.write', async (ctx, { frame }) =>
    html(<WritePage frame={frame} agencies={await findAgenciesFor(ctx, 'content.write')} />),
  ),

  post(contentPaths.write, 'content.write', async (ctx, request) => {
    const values = readForm(request)
    const agencyId = request.field('agencyId')
    const content = await writeContent(ctx, { ...values, agencyId, picture: readPicture(request) ?? undefined })
    if (isRefusal(content)) {
      const agencies = await findAgenciesFor(ctx, 'content.write')
      return refused(content, (errors) => (
        <WritePage frame={request.frame} agencies={agencies} agencyId={agencyId} values={values} errors={errors} />
      ))
    }
    return seeOther(contentPaths.content.href({ id: content.id }), 'Draf tersimpan.')
  }),

  get(contentPaths.content, 'content.read', (ctx, request) => drawContent(ctx, request)),

  get(contentPaths.change, 'content.write', async (ctx, { frame, params }) => {
    const content = await findContent(ctx, params.id ?? '')
    if (!offerOf(ctx, content).change) throw new Missing(`content ${content.id} to change`)
    return html(<ChangePage frame={frame} content={content} picture={await findPicture(ctx, content.pictureId)} />)
  }),

  post(contentPaths.change, 'content.write', async (ctx, request) => {
    const id = request.params.id ?? ''
    const values = readForm(request)
    const changed = await changeContent(ctx, {
      ...values,
      id,
      version: versionOf(request),
      picture: readPicture(request),
      pictureWords: { alt: values.alt, decorative: values.decorative },
    })
    if (isRefusal(changed)) {
      const content = await findContent(ctx, id)
      const picture = await findPicture(ctx, content.pictureId)
      return refused(changed, (errors) => (
        <ChangePage frame={request.frame} content={content} picture={picture} values={values} errors={errors} />
      ))
    }
    return seeOther(contentPaths.content.href({ id }), 'Perubahan tersimpan.')
  }),

  step(contentPaths.submission, 'content.write', (ctx, id) => submitContent(ctx, { id }), 'Konten diajukan.'),
  step(
    contentPaths.approval,
    'content.approve',
    (ctx, id, request) => approveContent(ctx, { id, version: versionOf(request) }),
    'Konten sudah terbit.',
  ),
  step(
    contentPaths.returning,
    'content.approve',
    (ctx, id, { field }) => returnContent(ctx, { id, reason: field('reason') }),
    'Konten dikembalikan kepada penulis.',
  ),
  step(
    contentPaths.removal,
    'content.read',
    (ctx, id, { field }) => removeContent(ctx, { id, reason: field('reason') }),
    'Konten ditarik.',
  ),
]
