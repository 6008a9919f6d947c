import { runSteps } from './run-steps'
import { runningSteps, staticSteps } from './steps'

// `npm test`
await runSteps([...staticSteps, ...runningSteps])
