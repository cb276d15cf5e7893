import type { Evidence } from '../evidence.ts'
import { isPage } from '../fetching/outcome.ts'
import { sha256 } from '../reading/fingerprint.ts'
import { readWordPressPosts } from '../reading/read-wordpress.ts'
import type { Check } from './check.ts'

/** What WordPress itself says it published. Many sites have this switched off, which is no finding. */
export const wordPressPosts: Check = {
  name: 'WordPress',
  look({ home, posts }) {
    if (!posts || !isPage(home)) return {}
    const hash = sha256(posts.body)
    const { fetchedAt, status, url: source } = posts
    const evidence = (readWordPressPosts(posts.body, home.url) ?? []).map(
      ({ url, title, published, snippet }): Evidence => ({
        ...{ tier: 'cms-api', item: url, title, source, snippet, claimed: published, fetchedAt, status, hash },
        fingerprint: null,
      }),
    )
    return { evidence }
  },
}
