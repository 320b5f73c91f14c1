/** What the bundle holds; the stubs in dist/ import one of these each. */
export { deployAction } from './actions/deploy.ts';
export { rollbackAction } from './actions/rollback.ts';
export { testAction } from './actions/test.ts';
export { verifyAction } from './actions/verify.ts';
export { main } from './cli.ts';
export { runStep } from './toolkit/actions.ts';
