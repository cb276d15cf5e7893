import { join } from 'node:path'
import { exampleClient, startFakeX } from '../channels/x/fake/fake-x.ts'
import { startFakeSite } from '../monitoring/fake/fake-site.ts'
import { examplePosts } from '../monitoring/fake/posts.ts'
import type { Config } from '../platform/config.ts'

/**
 * The outside world of the example city, on the two ports after ours: a stand-in for X, and an agency's own
 * WordPress-like site elsewhere. `config` is ours, pointed at them.
 */
export async function startExampleServers(config: Config): Promise<{ config: Config; close(): Promise<void> }> {
  const x = await startFakeX({ port: config.port + 1, statePath: join(config.dataDir, 'fake-x.json'), pushes: true })
  const site = await startFakeSite({ port: config.port + 2, posts: examplePosts(new Date()) }).catch(async (error) => {
    await x.close()
    throw error
  })
  return {
    config: {
      ...config,
      x: {
        apiUrl: x.url,
        authorizeUrl: `${x.url}/i/oauth2/authorize`,
        tokenUrl: `${x.url}/2/oauth2/token`,
        clientId: exampleClient.id,
        clientSecret: exampleClient.secret,
        bearerToken: exampleClient.bearerToken,
        consumerSecret: exampleClient.consumerSecret,
        appOwner: null,
      },
      scanPrivateAddresses: true,
    },
    close: async () => void (await Promise.all([x.close(), site.close()])),
  }
}
