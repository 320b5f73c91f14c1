import type { Action, InputSpec } from '../toolkit/host.ts';
import { buildAction } from './build.ts';
import { deployAction } from './deploy.ts';
import { pushAction } from './push.ts';
import { rollbackAction } from './rollback.ts';
import { scanAction } from './scan.ts';
import { testAction } from './test.ts';
import { verifyAction } from './verify.ts';

/** Every action, in the order in which a release meets them. */
export const actions = [
  testAction,
  buildAction,
  scanAction,
  pushAction,
  deployAction,
  verifyAction,
  rollbackAction,
] as unknown as Action<Record<string, InputSpec>>[];
