/**
 * Finds things of a list by a key without walking through it. The list may grow at its end; whoever takes something
 * out replaces the list by a new one.
 */
export function indexed<T>(keyOf: (item: T) => string): (list: readonly T[], key: string) => T | undefined {
  const known = new WeakMap<readonly T[], { upTo: number; items: Map<string, T> }>()
  return (list, key) => {
    let index = known.get(list)
    if (!index || index.upTo > list.length) {
      index = { upTo: 0, items: new Map() }
      known.set(list, index)
    }
    for (; index.upTo < list.length; index.upTo += 1) {
      const item = list[index.upTo]
      if (item !== undefined) index.items.set(keyOf(item), item)
    }
    return index.items.get(key)
  }
}
