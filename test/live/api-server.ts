import type { RunningSlipway } from '../e2e/harness.ts';
import { begin, logRuns, promote, sharesOf } from './outages.ts';
import { without } from './parts.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { canaryText, failedSince, type Pool, type Stage } from './stage.ts';

/** The API server is down for a minute during five releases, one in each phase. */

const minute = 60_000;
const quick = canaryText({ deadline: '15m' });
/** The strategy that keeps a release in each phase long enough, and its allowed end. */
const phases = {
  stepping: { text: canaryText({ deadline: '15m', profile: 'standard' }), ends: 'done' },
  baking: { text: canaryText({ deadline: '15m', bake: '4m' }), ends: 'done' },
  promoting: { text: quick, ends: 'done' },
  watching: { text: canaryText({ deadline: '15m', watch: '4m' }), ends: 'done' },
  'rolling-back': { text: quick, ends: 'rolled-back' },
} as const;
type Phase = keyof typeof phases;
const all = Object.keys(phases) as Phase[];
type Each<T> = Record<Phase, T>;

export const apiServerDown = (pool: Pool): Scenario => ({
  name: 'API server down for 60 s in each phase',
  alone: true,
  run: report =>
    pool.with(all.length, stages =>
      gone(Object.fromEntries(all.map((phase, index) => [phase, stages[index]])) as Each<Stage>, report),
    ),
});

async function gone(stages: Each<Stage>, report: ScenarioReport): Promise<void> {
  const runs = await reachAll(stages, report);
  const [first] = Object.values(stages) as [Stage, ...Stage[]];
  const before = mapped(stages, stage => stage.loadReport());
  const shares = mapped(stages, stage => sharesOf(stage));
  await without('api server', first.shop.cluster, minute);
  const back = Date.now();
  const during = mapped(stages, (stage, phase) => failedSince(before[phase], stage.loadReport()));
  for (const phase of all) {
    const { failed, errors } = during[phase];
    report.note(`${phase}: share of the candidate meanwhile`, shares[phase].weight());
    report.expect(failed === 0, `${phase}: requests failed while it was down: ${errors}`);
  }
  await Promise.all(
    all.map(async phase => {
      const stage = stages[phase];
      logRuns(report, await Promise.all(runs[phase].map(({ done }) => done)), phase);
      if (phase === 'stepping' || phase === 'baking') await promote(stage, report);
      report.note(`${phase}: ended`, `${await stage.checkEnd(report, [phases[phase].ends])}`);
      report.note(`${phase}: time after recovery`, `${Math.round((Date.now() - back) / 1000)} s`);
      const after = failedSince(before[phase], stage.loadReport());
      report.expect(
        after.failed === during[phase].failed,
        `${phase}: failed after recovery: ${after.errors}`,
      );
    }),
  );
}

/** Brings each release into its phase, short phases last. */
async function reachAll(stages: Each<Stage>, report: ScenarioReport): Promise<Each<RunningSlipway[]>> {
  await Promise.all(
    all.map(async phase => {
      await begin(stages[phase], phases[phase].text);
      await stages[phase].deployed();
    }),
  );
  const passed = async (stage: Stage) => {
    const { code, stderr } = await (await stage.exposed()).done;
    if (code !== 0) throw new Error(stderr);
  };
  const [watching] = await Promise.all([
    passed(stages.watching).then(async () => {
      const run = stages.watching.start('promote');
      await run.said(/^watching/);
      return run;
    }),
    passed(stages.promoting),
  ]);
  report.say('one release is in watching, one is ready to be promoted');
  const baking = await stages.baking.exposed();
  await baking.said(/^bake at/);
  report.say('one release is in baking');
  const [stepping, gate] = await Promise.all([stages.stepping.exposed(), stages['rolling-back'].exposed()]);
  const promoting = stages.promoting.start('promote');
  await promoting.said(/^applying release \d+ to Deployment\/shop/);
  const rollingBack = stages['rolling-back'].start('rollback');
  await stages['rolling-back'].inPhase('rolling-back');
  for (const phase of all) {
    const now = (await stages[phase].rollout()).phase;
    report.expect(now === phase, `the release that should be in ${phase} is in ${now}`);
  }
  return {
    stepping: [stepping],
    baking: [baking],
    promoting: [promoting],
    watching: [watching],
    'rolling-back': [gate, rollingBack],
  };
}

function mapped<T, U>(each: Each<T>, change: (value: T, phase: Phase) => U): Each<U> {
  return Object.fromEntries(all.map(phase => [phase, change(each[phase], phase)])) as Each<U>;
}
