/** `missing` is computed: nothing was submitted and the due date is over. */
export type ReportState = 'missing' | 'draft' | 'submitted' | 'received' | 'returned' | 'accepted' | 'forwarded'
