import { runSteps } from './run-steps'
import { staticSteps } from './steps'

// `npm run check`
await runSteps(staticSteps)
