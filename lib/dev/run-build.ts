import { build } from './build-if-stale'
import { Services } from './services'

// The production build as a test: a build needs no database, no vendor and no secret.
await build(new Services(), { NEXT_TELEMETRY_DISABLED: '1' }, console.log)
