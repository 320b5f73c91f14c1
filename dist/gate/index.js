import { gateAction, runStep } from '../lib/index.js';

await runStep(gateAction);
