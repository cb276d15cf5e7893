/** The three themes of the mayor's instruction (I-2.1). */
export const themes = {
  government: 'Pemerintahan',
  development: 'Pembangunan',
  community: 'Kemasyarakatan',
} as const
export type CaseTheme = keyof typeof themes
export const isTheme = (text: string): text is CaseTheme => Object.hasOwn(themes, text)
