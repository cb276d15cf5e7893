import { createHash } from 'node:crypto'

/**
 * The words of a post without what X adds or changes: handles before a reply, schemes of links, kinds of white
 * space. Two posts with the same words are the same text to us.
 */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^(\s*@\w{1,15}\s+)+/, '')
    .replace(/https?:\/\//gi, '')
    .replace(/\/(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

export const hashOf = (text: string): string => createHash('sha256').update(wordsOf(text)).digest('hex')

/** Whether what stands in the timeline is what we meant to send. */
export const isSamePost = (
  seen: { text: string; repliedTo: string | null },
  meant: { text: string; inReplyTo: string | null },
): boolean => seen.repliedTo === meant.inReplyTo && wordsOf(seen.text) === wordsOf(meant.text)
