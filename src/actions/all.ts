import type { Action, InputSpec } from '../toolkit/host.ts';
import { deployAction } from './deploy.ts';
import { rollbackAction } from './rollback.ts';
import { testAction } from './test.ts';
import { verifyAction } from './verify.ts';

/** Every action, in the order in which a release meets them. */
export const actions = [testAction, deployAction, verifyAction, rollbackAction] as unknown as Action<
  Record<string, InputSpec>
>[];
