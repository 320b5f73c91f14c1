import { sweepAction, runStep } from '../lib/index.js';

await runStep(sweepAction);
