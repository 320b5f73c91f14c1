import { deployAction, runStep } from '../lib/index.js';

await runStep(deployAction);
