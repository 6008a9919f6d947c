import type { TestProject } from 'vitest/node'
import { startTestCluster } from './test-cluster'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

/** Vitest's global set-up of the integration tests: one server for the run, ended with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  project.provide('clusterUrl', cluster.clusterUrl)
  return () => cluster.stop()
}
