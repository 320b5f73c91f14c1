import { buildAction, runStep } from '../lib/index.js';

await runStep(buildAction);
