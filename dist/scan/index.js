import { scanAction, runStep } from '../lib/index.js';

await runStep(scanAction);
