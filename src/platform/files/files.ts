/** Where uploads lie. Names are ours (an id and an ending), never the uploader's. */
export interface Files {
  put(name: string, bytes: Buffer): Promise<void>
  /** Throws `Missing` when there is no such file. */
  get(name: string): Promise<Buffer>
  /** Nothing happens when there is no such file. */
  remove(name: string): Promise<void>
}
