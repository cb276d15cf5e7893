/** A photo or document of a case. */
export interface CaseFile {
  id: string
  /** As the sender called it, shortened. */
  name: string
  type: FileType
  /** Size as kept. */
  bytes: number
  /** Null: the citizen. */
  byName: string | null
  at: Date
  messageId: string | null
  followUpId: string | null
  noteId: string | null
  /** Whether the citizen sees it. */
  public: boolean
}

export const fileEndings = { 'image/webp': 'webp', 'application/pdf': 'pdf' } as const
export type FileType = keyof typeof fileEndings

export const mostFiles = 5
/** Bytes of one upload. */
export const largestFile = 10 * 1024 * 1024
const longestName = 80

/** Name in the file store. */
export const storedName = ({ id, type }: Pick<CaseFile, 'id' | 'type'>): string => `${id}.${fileEndings[type]}`

/** The last part of what the sender's device called it, short enough to be read, with the ending of what it is now. */
export function shownName(filename: string, type: FileType): string {
  const last = filename.split(/[/\\]/).at(-1) ?? ''
  const bare = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...bare]
  const short = letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : bare
  return `${short || 'berkas'}.${fileEndings[type]}`
}
