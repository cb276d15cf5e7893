import { laterPart } from './part.ts'

export const channelsPart = laterPart('F', 'Akun X dan pesan warga')
