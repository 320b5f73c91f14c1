import { step } from '../lib/index.js';

await step('connect');
