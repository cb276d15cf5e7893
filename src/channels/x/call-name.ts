/** A call without its ids, as limits and ledger know it: `GET /2/users/:id/mentions`. */
export const callName = (method: string, path: string): string =>
  `${method} ${path.replace(/\/by\/username\/[^/]+/, '/by/username/:username').replace(/(?<!^)\/\d+(?=\/|$)/g, '/:id')}`
