import { promoteAction, runStep } from '../lib/index.js';

await runStep(promoteAction);
