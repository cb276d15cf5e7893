import type { JSX } from 'preact'

/** The mark: a hanging slit drum, with the sound to both sides. Decorative; the word beside it is its name. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="3 2 26 28" width="40" height="40" aria-hidden="true" focusable="false">
      <path
        class="mark-sound"
        d="M12 8.5C12 3 20 3 20 8.5M6.5 13.5c-1.6 3.4-1.6 7.6 0 11M25.5 13.5c1.6 3.4 1.6 7.6 0 11"
      />
      <path
        class="mark-body"
        fill-rule="evenodd"
        d="M16 7.5c3 0 5 2.2 5 5.2v12c0 2.6-2 4.3-5 4.3s-5-1.7-5-4.3v-12c0-3 2-5.2 5-5.2zm-1.2 6.5v10.5h2.4V14z"
      />
    </svg>
  )
}
