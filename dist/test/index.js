import { testAction, runStep } from '../lib/index.js';

await runStep(testAction);
