/** Enough to know a text by in a list. */
export const firstWords = (text: string, most = 80): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('').trimEnd()}…`
}
