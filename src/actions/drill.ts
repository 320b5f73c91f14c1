import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Drills } from '../config/drills.ts';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { Sealed } from '../recovery/drill/kept-secrets.ts';
import type { Profile } from '../recovery/drill/profile.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import type { Target } from '../recovery/feasibility.ts';
import type { Scenario } from '../recovery/scenario.ts';
import type { BackupSet, Owner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { type Origin, originOf } from '../toolkit/origin.ts';
import { publishRunning } from './drill-relay.ts';
import { publishDrill } from './drill-report.ts';
import * as shared from './inputs.ts';
import { recoveryOf, vouchForSet } from './recovery.ts';
import { withCluster } from './session.ts';

/** A drill as both kinds of it need to know it. */
export interface Ordered {
  readonly config: string;
  readonly owner: Owner;
  /** Of all environments: the identity of the drill may do nothing in those of production. */
  readonly namespaces: readonly string[];
  /** @returns who signed the set, where somebody has to have. @throws UserError when nobody did who counts. */
  vouchFor(set: BackupSet): Promise<string | undefined>;
  readonly environment: Environment;
  readonly recovery: Recovery;
  readonly drills: Drills;
  readonly scenario: Scenario;
  /** Undefined where nothing is recovered, but noticed. */
  readonly target: Target | undefined;
  readonly profile: Profile;
  readonly origin: Origin;
  readonly run: DrillFacts['run'];
  readonly seed: string;
  /** An earlier job has begun it. */
  readonly resumed: boolean;
  /** How long this job may take, from `began` (of `performance.now()`) on; ms. Undefined: as long as it takes. */
  readonly within: number | undefined;
  readonly began: number;
  /** Where Secrets come from when the cluster has none any more. */
  readonly sealed: Sealed;
  /** Of the evidence. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

const scenarios = [
  ...(['restore', 'pod', 'node', 'zone', 'region'] as const),
  ...(['corruption', 'rot', 'secrets', 'far-down'] as const),
];

const code = () => import('./drill-kinds.ts');

export const drillAction = defineAction({
  name: 'drill',
  description:
    'Rehearse a loss: see that all is steady, break it at a moment that nobody chose or take it to be lost, bring it back by nothing but what would be left, measure how long it took and what was lost, and mend it.',
  inputs: {
    scenario: {
      description:
        'What is lost: `pod`, `node` or `zone` with the primary database; `region`; rows (`corruption`); Secrets (`secrets`); the way to the far repository (`far-down`); a backup that rots, in a copy of it (`rot`); or nothing (`restore`), which brings the newest backup up beside what stands.',
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
    within: {
      description:
        'How long this job may take, such as `5h`. What is restored in a namespace of its own is handed over then: it goes on without a job, the verdict is `running`, and `resume` goes on with it. Default: as long as it takes.',
      default: '',
    },
    resume: {
      description:
        'Id of a drill that an earlier job has handed over, or was killed at (output `run`): this one goes on with it. Default: a new one.',
      default: '',
    },
    'offline-key': {
      description:
        'Path of the file with the offline key of age, as `age-keygen` made it; only for `secrets`.',
      default: '',
    },
    logins: shared.logins,
    'tool-mirrors': shared.toolMirrors,
    'issues-token': {
      description:
        'Token with `issues: write`: a scenario whose drill does not pass has an issue, which the next one that passes closes. Default: none.',
      default: '',
    },
  },
  outputs: {
    verdict:
      '`pass`, `breach` (it came back, and missed a target), `fail`, `skipped` (it was not steady, and nothing was broken), `running` (it was handed over), `error` or `refused`.',
    run: 'Id of the drill, by which another job goes on with it.',
    rto: 'Milliseconds until it served again; empty when that was not measured.',
    rpo: 'Milliseconds of writes that were lost; empty when that was not measured.',
    proved: 'How much was proved, as `L5`; empty when nothing was.',
    report: 'Folder with `dr-report.json` and `report.html`.',
    reason: 'Why it is no pass, in one sentence; empty when it is.',
  },
  refused: { verdict: 'refused' },
  run: async (inputs, host) => {
    const order = await ordered(inputs, host);
    // Before anything else: whoever goes on with one that was killed needs it.
    host.report(`the drill ${order.run.id}`);
    host.output('run', order.run.id);
    return withCluster(inputs, order.environment, host, code, async (cluster, kinds) => {
      const facts = await kinds.drillBy(cluster, order);
      if ('running' in facts) return publishRunning(facts, order, host);
      return publishDrill(cluster, facts, { ...order, issuesToken: inputs['issues-token'] }, host);
    });
  },
});

interface Inputs {
  readonly scenario: string;
  readonly environment: string;
  readonly config: string;
  readonly seed: string;
  readonly within: string;
  readonly resume: string;
  readonly 'offline-key': string;
  readonly logins: string;
  readonly 'tool-mirrors': string;
}

/** @throws UserError when slipway.yml or an input is wrong. */
async function ordered(inputs: Inputs, host: Host): Promise<Ordered> {
  const began = performance.now();
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  const recovery = recoveryOf(environment, inputs.environment);
  const { drills } = recovery;
  if (drills === undefined)
    throw new UserError('`recovery` does not say how losses are rehearsed', 'add `drills` to it');
  const id = scenarios.find(each => each === inputs.scenario);
  if (id === undefined)
    throw new UserError(`the input \`scenario\` is "${inputs.scenario}"`, `write ${scenarios.join(', ')}`);
  const [{ scenarioOf }, { targetsOf }, { profileOf }] = await Promise.all([
    import('../recovery/scenario.ts'),
    import('../recovery/declared.ts'),
    import('../recovery/drill/profile.ts'),
  ]);
  const scenario = scenarioOf(id);
  const target = targetsOf(recovery).find(({ domain }) => domain === scenario.target);
  if (target === undefined && scenario.target !== undefined) throw new Error(`no target for ${id}`);
  const env = { ...host.env, ...parseSecrets(inputs.logins) };
  const origin = originOf(env);
  const owner = { app: config.app, environment: inputs.environment };
  const signal = host.cancellation();
  const run = {
    id: runOf(id, inputs.resume),
    actor: origin.actor,
    ...(origin.url === undefined ? {} : { url: origin.url }),
    ...(origin.revision === undefined ? {} : { commit: origin.revision }),
  };
  return {
    ...{ config: inputs.config, environment, recovery, drills, scenario, target, origin, run, env },
    ...{ owner, began, resumed: inputs.resume !== '' },
    within: inputs.within === '' ? undefined : shared.durationOf('within', inputs.within),
    // Where nothing is to be lost at all, markers come more often.
    profile: profileOf(drills.profile, target?.rpo ?? 1),
    seed: inputs.seed || run.id,
    sealed: sealedBy(drills, inputs),
    namespaces: Object.values(config.environments).map(({ namespace }) => namespace),
    vouchFor: set => vouchForSet(set, owner, { config, environment, inputs, host: { ...host, env }, signal }),
    folder: mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), `slipway-drill-${id}-`)),
    signal,
    report: host.report,
  };
}

/** @throws UserError when what is to be gone on with is none of that scenario. */
function runOf(scenario: string, resume: string): string {
  if (resume === '') return `${scenario}-${randomUUID().slice(0, 8)}`;
  if (resume.startsWith(`${scenario}-`) && /^[0-9a-f]{8}$/.test(resume.slice(scenario.length + 1)))
    return resume;
  throw new UserError(
    `the input \`resume\` is "${resume}"`,
    `write the output \`run\` of a drill of ${scenario}, such as ${scenario}-01234567`,
  );
}

/** From files. @throws UserError, when it is asked, for what is not said or not there. */
function sealedBy({ sealed }: Drills, { config, 'offline-key': key }: Inputs): Sealed {
  const read = async (path: string, what: string) => {
    try {
      return await readFile(path);
    } catch (cause) {
      throw new UserError(`${what} cannot be read`, 'see whether its file is there', { cause });
    }
  };
  return {
    file: async () => {
      if (sealed !== undefined) return read(resolve(dirname(config), sealed), 'the sealed export of Secrets');
      throw new UserError('nothing says where Secrets are kept', 'add `sealed` to `drills`');
    },
    key: async () => {
      if (key !== '') return (await read(key, 'the offline key')).toString('utf8');
      throw new UserError('the offline key is not given', 'name its file by the input `offline-key`');
    },
  };
}
