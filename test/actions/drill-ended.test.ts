import { expect, it } from 'vitest';
import type { Ordered } from '../../src/actions/drill.ts';
import { endedFacts } from '../../src/actions/drill-kinds.ts';
import { paceOf } from '../../src/recovery/drill/pace.ts';
import { NothingLeft } from '../../src/recovery/drill/relay.ts';
import { TakenOver } from '../../src/recovery/drill/stored-state.ts';
import { reportOf } from '../../src/recovery/drill-report.ts';
import { DrillRefused } from '../../src/recovery/guard/guarded.ts';
import { scenarioOf } from '../../src/recovery/scenario.ts';
import { UserError } from '../../src/toolkit/errors.ts';

/** What is told of a job of a drill that came to no facts. */

const order = (resumed: boolean) =>
  ({
    owner: { app: 'shop', environment: 'production' },
    run: { id: 'restore-01234567', actor: 'ann' },
    ...{ pace: paceOf('lab', 1), signal: new AbortController().signal },
    ...{ scenario: scenarioOf('restore'), drills: {}, target: { rto: 1, rpo: 1 }, resumed },
  }) as unknown as Ordered;
const refused = (ends: boolean) =>
  new DrillRefused([{ rule: 'isolation', problem: 'it is open', remedy: 'close it' }], ends);

it.each([
  ['refused', 'a first one that was refused', false, refused(false)],
  ['refused', 'a first one that lacks something', false, new UserError('there is no key', 'give it')],
  ['error', 'a later one at which the drill has ended', true, refused(true)],
  ['refused', 'a later one that finds nothing', true, new NothingLeft('nothing is left', 'start a new one')],
  [undefined, 'a later one that may be tried again', true, refused(false)],
  [undefined, 'a later one that lacks something', true, new UserError('there is no key', 'give it')],
  [undefined, 'a first one that was overtaken', false, new TakenOver('another job goes on', 'see that one')],
  [undefined, 'a later one that was overtaken', true, new TakenOver('another job goes on', 'see that one')],
] as const)('%s is what is told of %s', async (verdict, _, resumed, error) => {
  const facts = await endedFacts(order(resumed), error);
  expect(facts && reportOf(facts).verdict).toBe(verdict);
});
