import { runStack } from './run-stack'

// `npm run dev`: everything on this machine, with hot reload.
await runStack('dev')
