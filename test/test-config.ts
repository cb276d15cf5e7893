import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../src/platform/config.ts'

export type ConfigOverrides = Partial<Omit<Config, 'x'>> & { x?: Partial<Config['x']> }

/** A configuration with a data folder of its own; `remove` takes the folder away. */
export function openConfigForTests(overrides: ConfigOverrides = {}): { config: Config; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'kentongan-world-'))
  const base = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    SCAN_PRIVATE_ADDRESSES: 'yes',
  })
  return {
    config: {
      ...base,
      secretKey: { present: Buffer.alloc(32, 7), former: [] },
      ...overrides,
      x: { ...base.x, ...overrides.x },
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
