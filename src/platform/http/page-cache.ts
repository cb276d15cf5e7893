/** Rendered public pages kept in memory, by group: all pages of a group are forgotten together. */
export interface PageCache {
  /**
   * Forgets every page of `group` in this process and, by NOTIFY, in all others. Call it through
   * `forgetPages(ctx, group)`, which waits for the commit.
   */
  forget(group: string): void
}
