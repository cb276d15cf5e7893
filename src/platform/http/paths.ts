type ParamName<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamName<Tail>
    : Rest
  : never

type Query = Record<string, string | number | undefined>

/** An address of ours: its pattern for the router and a typed `href` for every link and test. */
export interface Path<P extends string = string> {
  pattern: P
  /** The address with its parameters filled in and encoded; `query` leaves out what is undefined or empty. */
  href: ParamName<P> extends never
    ? (params?: Record<never, never>, query?: Query) => string
    : (params: Record<ParamName<P>, string>, query?: Query) => string
}

/** Declares an address: `path('/kasus/:ticket').href({ ticket: 'K-1' })`. Each area keeps its own in `paths.ts`. */
export function path<P extends string>(pattern: P): Path<P> {
  const href = (params: Record<string, string> = {}, query?: Query): string => {
    const address = pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    if (!query) return address
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') search.set(name, String(value))
    return search.size > 0 ? `${address}?${search}` : address
  }
  return { pattern, href: href as Path<P>['href'] }
}
