import { pushAction, runStep } from '../lib/index.js';

await runStep(pushAction);
