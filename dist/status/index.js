import { statusAction, runStep } from '../lib/index.js';

await runStep(statusAction);
