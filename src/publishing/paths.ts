import { path } from '../platform/http/paths.ts'

/** The desk of those who write and approve. */
export const contentPaths = {
  list: path('/konten'),
  write: path('/konten/baru'),
  contributors: path('/konten/kontributor'),
  contributorRenewal: path('/konten/kontributor/:id/perpanjangan'),
  contributorReplacement: path('/konten/kontributor/:id/penggantian'),
  contributorRevocation: path('/konten/kontributor/:id/pencabutan'),
  content: path('/konten/:id'),
  change: path('/konten/:id/ubah'),
  submission: path('/konten/:id/pengajuan'),
  approval: path('/konten/:id/persetujuan'),
  returning: path('/konten/:id/pengembalian'),
  removal: path('/konten/:id/penarikan'),
}

/** Where a contributor hands in; the token is all that is needed. */
export const handInPaths = {
  handIn: path('/titip/:token'),
  thanks: path('/titip/:token/terima-kasih'),
}

/** Pictures have one address on every host. */
export const mediaPaths = { file: path('/media/:file') }

/**
 * A hosted public site as the router sees it. Under the agency's own host name the part `/situs/:agency` is absent, so
 * links on its pages are made with `siteLinks(request.siteBase)` of `site.ts`, not with these.
 */
export const sitePaths = {
  /** The staff's list of hosted sites. */
  list: path('/situs'),
  closing: path('/situs/:agency/penutupan'),
  home: path('/situs/:agency'),
  news: path('/situs/:agency/berita'),
  newsItem: path('/situs/:agency/berita/:slug'),
  announcements: path('/situs/:agency/pengumuman'),
  announcement: path('/situs/:agency/pengumuman/:slug'),
  events: path('/situs/:agency/agenda'),
  event: path('/situs/:agency/agenda/:slug'),
  documents: path('/situs/:agency/dokumen'),
  document: path('/situs/:agency/dokumen/:slug'),
  profile: path('/situs/:agency/profil'),
  profilePage: path('/situs/:agency/profil/:slug'),
  search: path('/situs/:agency/cari'),
  rss: path('/situs/:agency/feed.xml'),
  atom: path('/situs/:agency/atom.xml'),
  sitemap: path('/situs/:agency/sitemap.xml'),
  robots: path('/situs/:agency/robots.txt'),
}
