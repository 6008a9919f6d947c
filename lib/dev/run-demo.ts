import { runStack } from './run-stack'

// `npm run demo`: everything on this machine, as it runs in production.
await runStack('demo')
