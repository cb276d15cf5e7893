import type { JSX } from 'preact'
import { FileList } from '../../platform/ui/file-list.tsx'
import type { CaseFile } from '../case-file.ts'
import { casePaths } from '../paths.ts'

/** The files of one message, follow-up or note, for staff. */
export const CaseFiles = ({ ticket, files }: { ticket: string; files: readonly CaseFile[] }): JSX.Element => (
  <FileList files={files.map((file) => ({ ...file, href: casePaths.file.href({ ticket, id: file.id }) }))} />
)
