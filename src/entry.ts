/** What the bundle holds; the stubs in dist/ import one of these each. */
export { buildAction } from './actions/build.ts';
export { deployAction } from './actions/deploy.ts';
export { gateAction } from './actions/gate.ts';
export { planAction } from './actions/plan.ts';
export { promoteAction } from './actions/promote.ts';
export { pushAction } from './actions/push.ts';
export { rollbackAction } from './actions/rollback.ts';
export { scanAction } from './actions/scan.ts';
export { statusAction } from './actions/status.ts';
export { sweepAction } from './actions/sweep.ts';
export { testAction } from './actions/test.ts';
export { verifyAction } from './actions/verify.ts';
export { main } from './cli.ts';
export { runStep } from './toolkit/actions.ts';
