import { verifyAction, runStep } from '../lib/index.js';

await runStep(verifyAction);
