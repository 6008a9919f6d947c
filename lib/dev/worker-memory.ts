/**
 * How the worker's node is started: without a bound its heap grows to hundreds of megabytes of garbage during a long
 * import before anything is collected. What an import holds on to is under a hundred.
 */
export const workerMemory = ['--max-old-space-size=256', '--max-semi-space-size=8']
