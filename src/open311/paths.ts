import { path } from '../platform/http/paths.ts'

/** Names end in `.json` or `.xml`. */
export const open311Paths = {
  resource: path('/open311/v2/:resource'),
  item: path('/open311/v2/:resource/:item'),
}
