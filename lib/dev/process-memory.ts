/**
 * How the worker's node is started: without a bound its heap grows to hundreds of megabytes of garbage during a long
 * import before anything is collected. What an import holds on to is under a hundred.
 */
export const workerMemory = ['--max-old-space-size=256', '--max-semi-space-size=8']

/**
 * How the server's node is started: what one request leaves behind is megabytes that live for milliseconds, and with
 * the usual 16 MB for the young much of it would be copied before it is garbage.
 */
export const serverMemory = ['--max-semi-space-size=64']
