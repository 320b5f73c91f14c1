import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Cluster, connect } from '../cluster/port.ts';
import type { Drills } from '../config/drills.ts';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { StandingTarget } from '../recovery/drill/standing-system.ts';
import type { Target } from '../recovery/feasibility.ts';
import type { selectorOf as SelectorOf } from '../release/workloads/pods.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { publishDrill } from './drill-report.ts';
import * as shared from './inputs.ts';
import { databaseOf, nameOfDatabase, podsOf, recoveryOf } from './recovery.ts';
import { withCluster } from './session.ts';

const code = async () => {
  const [standing, system, profile, clock, report, guarded, declared, scenario, pods] = await Promise.all([
    import('../recovery/drill/standing.ts'),
    import('../recovery/drill/standing-system.ts'),
    import('../recovery/drill/profile.ts'),
    import('../recovery/drill/clock.ts'),
    import('../recovery/drill-report.ts'),
    import('../recovery/guard/guarded.ts'),
    import('../recovery/declared.ts'),
    import('../recovery/scenario.ts'),
    import('../release/workloads/pods.ts'),
  ]);
  return {
    ...standing,
    ...system,
    ...profile,
    ...clock,
    ...report,
    ...guarded,
    ...declared,
    ...scenario,
    ...pods,
  };
};

/** What is broken where it stands. */
const standing = ['pod', 'node', 'zone'] as const;

export const drillAction = defineAction({
  name: 'drill',
  description:
    'Rehearse a loss: see that all is steady, break it at a moment that nobody chose, only wait for what is to take over, measure how long it took and what was lost, and mend it.',
  inputs: {
    scenario: {
      description: 'What is lost: `pod`, `node` or `zone`, with the primary database.',
      required: true,
    },
    environment: shared.environment,
    config: shared.config,
    context: shared.context,
    seed: {
      description:
        'From which the moment of the injection is drawn, to repeat a drill. Default: another one each time.',
      default: '',
    },
    logins: shared.logins,
  },
  outputs: {
    verdict:
      '`pass`, `breach` (it came back, and missed a target), `fail`, `skipped` (it was not steady, and nothing was broken), `error` or `refused`.',
    rto: 'Milliseconds until it served again; empty when that was not measured.',
    rpo: 'Milliseconds of writes that were lost; empty when that was not measured.',
    proved: 'How much was proved, as `L5`; empty when nothing was.',
    report: 'Folder with `dr-report.json` and `report.html`.',
    reason: 'Why it is no pass, in one sentence; empty when it is.',
  },
  refused: { verdict: 'refused' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const recovery = recoveryOf(environment, inputs.environment);
    const { drills } = recovery;
    if (drills === undefined)
      throw new UserError('`recovery` does not say how losses are rehearsed', 'add `drills` to it');
    const breaks = standing.find(each => each === inputs.scenario);
    if (breaks === undefined)
      throw new UserError(`the input \`scenario\` is "${inputs.scenario}"`, `write ${standing.join(', ')}`);
    const owner = { app: config.app, environment: inputs.environment };
    const env = { ...host.env, ...parseSecrets(inputs.logins) };
    const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), `slipway-drill-${breaks}-`));
    const { namespace } = environment;
    const signal = host.cancellation();
    const facts = await withCluster(inputs, environment, host, code, async (cluster, use) => {
      const origin = originOf(env);
      const run = {
        id: `${breaks}-${randomUUID().slice(0, 8)}`,
        actor: origin.actor,
        ...(origin.url && { url: origin.url }),
        ...(origin.revision && { commit: origin.revision }),
      };
      const target = targetOf(
        use.targetsOf(recovery),
        'node' === breaks || 'pod' === breaks ? 'node' : 'zone',
      );
      const profile = use.profileOf(drills.profile, target.rpo);
      const system = use.standingSystem(
        cluster,
        await standingTarget(cluster, { recovery, drills, namespace, breaks }, use.selectorOf),
        {
          ...{ runId: run.id, holder: `${origin.actor} in ${origin.run}`, profile, env },
          lives: Math.ceil((profile.steady * 4 + drills.deadline + drills.returns) / 1000) + 600,
          folder: resolve(dirname(inputs.config)),
          now: use.steadyClock(),
          append: line => appendFileSync(join(folder, 'markers.jsonl'), line),
          report: host.report,
        },
      );
      const drill = {
        ...owner,
        ...{ run, profile, signal, target: { rto: target.rto, rpo: target.rpo }, tools: {} },
        scenario: use.scenarioOf(breaks),
        assumedDetection: drills['assumed-detection'] ?? 0,
        seed: inputs.seed || run.id,
        deadline: drills.deadline,
        returns: drills.returns,
      };
      return withProduction(drills, async productionCluster =>
        use.guardedStanding(
          {
            ...{ cluster, productionCluster, productionNamespaces: [], namespace, rollouts: [] },
            ...{ allowed: drills.clusters, production: drills.production },
          },
          () => use.drillStanding(drill, system),
        ),
      );
    });
    return publishDrill(facts, { owner, recovery, folder, config: inputs.config, env }, host);
  },
});

function targetOf(targets: readonly Target[], domain: Target['domain']): Target {
  const found = targets.find(each => each.domain === domain);
  if (found === undefined) throw new Error(`no target for ${domain}`);
  return found;
}

/** The database and the application as slipway.yml has them. */
async function standingTarget(
  cluster: Cluster,
  about: { recovery: Recovery; drills: Drills; namespace: string; breaks: StandingTarget['breaks'] },
  selectorOf: typeof SelectorOf,
): Promise<StandingTarget> {
  const { recovery, drills, namespace, breaks } = about;
  const { application, markers, inject, failover, switchover } = drills;
  if (application === undefined || markers === undefined)
    throw new UserError(
      `\`drills\` does not say ${application === undefined ? 'what is looked at from outside' : 'how markers are written'}`,
      `add \`${application === undefined ? 'application' : 'markers'}\` to it`,
    );
  const declared = databaseOf(recovery, nameOfDatabase(drills.database ?? '', recovery));
  const { workload } = await podsOf(cluster, namespace, declared);
  const { url, ...rest } = application;
  return {
    ...{ namespace, breaks, hooks: inject, container: declared.container, role: markers.role },
    selector: selectorOf(workload),
    local: { database: declared.database },
    service: { database: declared.database, host: markers.service },
    client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
    application: { ...rest, base: new URL(url) },
    ...(failover === undefined ? {} : { failover }),
    ...(switchover === undefined ? {} : { switchover }),
  };
}

/** Asks production what the identity of the drill may do there, where a context leads to it. */
async function withProduction<Result>(
  { 'production-context': context }: Drills,
  use: (cluster: Cluster | undefined) => Promise<Result>,
): Promise<Result> {
  if (context === undefined) return use(undefined);
  const cluster = await connect({ context });
  try {
    return await use(cluster);
  } finally {
    await cluster.close();
  }
}
