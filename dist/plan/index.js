import { planAction, runStep } from '../lib/index.js';

await runStep(planAction);
