import type { Action, InputSpec } from '../toolkit/host.ts';
import { backtestCommand } from './backtest.ts';
import { buildAction } from './build.ts';
import { deployAction } from './deploy.ts';
import { gateAction } from './gate.ts';
import { planAction } from './plan.ts';
import { promoteAction } from './promote.ts';
import { pushAction } from './push.ts';
import { rollbackAction } from './rollback.ts';
import { scanAction } from './scan.ts';
import { statusAction } from './status.ts';
import { sweepAction } from './sweep.ts';
import { testAction } from './test.ts';
import { tokenCommand } from './token.ts';
import { verifyAction } from './verify.ts';

/** Every action, in the order in which a release meets them. */
export const actions = [
  planAction,
  testAction,
  buildAction,
  scanAction,
  pushAction,
  deployAction,
  verifyAction,
  gateAction,
  promoteAction,
  rollbackAction,
  sweepAction,
  statusAction,
] as unknown as Action<Record<string, InputSpec>>[];

/** What the command line knows beside them. */
export const commands = [backtestCommand, tokenCommand] as unknown as Action<Record<string, InputSpec>>[];
