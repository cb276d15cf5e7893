import { path } from '../platform/http/paths.ts'

export const channelPaths = {
  accounts: path('/kanal'),
  account: path('/kanal/:id'),
  connections: path('/kanal/:id/sambungan'),
  looks: path('/kanal/:id/pemeriksaan'),
  losses: path('/kanal/:id/kehilangan-akses'),
  returned: path('/kanal/x/kembali'),
  resumption: path('/kanal/x/pelanjutan'),
  posts: path('/kanal/siaran'),
  newPost: path('/kanal/siaran/baru'),
  post: path('/kanal/siaran/:id'),
  picture: path('/kanal/siaran/:id/gambar'),
  submission: path('/kanal/siaran/:id/pengajuan'),
  approval: path('/kanal/siaran/:id/persetujuan'),
  return: path('/kanal/siaran/:id/pengembalian'),
  resending: path('/kanal/siaran/:id/pengiriman'),
}
