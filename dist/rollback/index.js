import { rollbackAction, runStep } from '../lib/index.js';

await runStep(rollbackAction);
