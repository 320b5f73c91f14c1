import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Drills } from '../config/drills.ts';
import { configFor, environmentOf, loadConfig, type PlacedConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { Profile } from '../recovery/drill/profile.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import type { Target } from '../recovery/feasibility.ts';
import type { Asked } from '../recovery/guard/consent.ts';
import type { Scenario } from '../recovery/scenario.ts';
import type { BackupSet, Owner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { type Origin, originOf } from '../toolkit/origin.ts';
import { publishRunning } from './drill-relay.ts';
import { publishDrill, publishRefused } from './drill-report.ts';
import * as shared from './inputs.ts';
import { recoveryOf, vouchForSet } from './recovery.ts';
import { withCluster } from './session.ts';

/** A drill as both kinds of it need to know it. */
export interface Ordered extends Asked {
  readonly config: string;
  readonly owner: Owner;
  /** Of all environments: the identity of the drill may do nothing in those of production. */
  readonly namespaces: readonly string[];
  /** @returns who signed the set, where somebody has to have. @throws UserError when nobody did who counts. */
  vouchFor(set: BackupSet): Promise<string | undefined>;
  readonly environment: Environment;
  /** What is asked whether a rollout is under way. */
  readonly released: { readonly config: PlacedConfig; readonly environment: Environment };
  readonly recovery: Recovery;
  readonly drills: Drills;
  readonly scenario: Scenario;
  /** Undefined where nothing is recovered, but noticed. */
  readonly target: Target | undefined;
  readonly profile: Profile;
  readonly origin: Origin;
  readonly run: DrillFacts['run'];
  readonly seed: string;
  /** Of the offline archive; empty where it is not given. */
  readonly archive: string;
  readonly offlineKey: string;
  readonly toolMirrors: string;
  /** Whether the offline key of drills is given. */
  readonly keyGiven: boolean;
  /** @throws UserError when the key is not given, or is none. */
  identities(): Promise<string[]>;
  /** The Secrets in a file of its own, for sets that hold none; undefined where slipway.yml names none. */
  readonly sealedFile: (() => Promise<Uint8Array>) | undefined;
  /** An earlier job has begun it. */
  readonly resumed: boolean;
  /** How long this job may take, from `began` (of `performance.now()`) on; ms. Undefined: as long as it takes. */
  readonly within: number | undefined;
  readonly began: number;
  /** Of the evidence. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

const scenarios = [
  ...(['restore', 'pod', 'node', 'zone', 'region'] as const),
  ...(['total', 'corruption', 'rot', 'secrets', 'far-down'] as const),
];

const code = () => import('./drill-kinds.ts');

export const drillAction = defineAction({
  name: 'drill',
  description:
    'Rehearse a loss: see that all is steady, break it at a moment that nobody chose or take it to be lost, bring it back by nothing but what would be left, measure how long it took and what was lost, and fix it.',
  inputs: {
    scenario: {
      description:
        'What is lost: `pod`, `node` or `zone` with the primary database; `region`; everything but the offline archive (`total`); rows (`corruption`); Secrets (`secrets`); the way to the far repository (`far-down`); a backup that rots, in a copy of it (`rot`); or nothing (`restore`), which brings the newest backup up beside what stands.',
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
    confirm: {
      description:
        'For production itself: the scenario and the environment once more, such as `pod in production`. It has to be approved besides; see `in-production` of slipway.yml. Default: production is refused.',
      default: '',
    },
    'approvals-token': {
      description:
        'Token with `actions: read`, to ask who approved this run; only for production. Default: none.',
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
        'Path of the file with the offline key of age that is made for drills, as `age-keygen` made it: `region` and `secrets` take every Secret out of the backup set and need it, and so does `total`; with it `restore` does so, too.',
      default: '',
    },
    archive: {
      description: 'Folder of the offline archive; only for `total`.',
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
    const about = { ...order, issuesToken: inputs['issues-token'] };
    let isBegun = false;
    try {
      return await withCluster(inputs, order.environment, host, code, async (cluster, kinds) => {
        const facts = await kinds.drillBy(cluster, order);
        isBegun = true;
        if ('running' in facts) return publishRunning(facts, order, host);
        return publishDrill(cluster, facts, about, host);
      });
    } catch (error) {
      if (!isBegun && error instanceof UserError && !order.signal.aborted) {
        const facts = await (await code()).endedFacts(order, error);
        if (facts !== undefined) await publishRefused(facts, about, host);
      }
      throw error;
    }
  },
});

interface Inputs {
  readonly scenario: string;
  readonly environment: string;
  readonly config: string;
  readonly seed: string;
  readonly confirm: string;
  readonly 'approvals-token': string;
  readonly within: string;
  readonly resume: string;
  readonly 'offline-key': string;
  readonly archive: string;
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
  if (inputs.confirm !== '' && scenario.where === 'scratch')
    throw new UserError(
      `${id} is restored beside what stands, and never in a cluster that is production`,
      'leave `confirm` empty, and name a context of another cluster',
    );
  const target = targetsOf(recovery).find(({ domain }) => domain === scenario.target);
  if (target === undefined && scenario.target !== undefined) throw new Error(`no target for ${id}`);
  // Who approved what, and in which run, the runner says alone.
  const told = Object.entries(host.env).filter(([name]) => /^(GITHUB|RUNNER|ACTIONS)_/.test(name));
  const env = { ...host.env, ...parseSecrets(inputs.logins), ...Object.fromEntries(told) };
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
    ...{ confirm: inputs.confirm, approvalsToken: inputs['approvals-token'] },
    ...{ archive: inputs.archive, offlineKey: inputs['offline-key'] },
    toolMirrors: inputs['tool-mirrors'],
    released: { config: configFor(config, environment), environment },
    ...keyOf(inputs['offline-key']),
    sealedFile:
      drills.sealed === undefined ? undefined : fileOf(resolve(dirname(inputs.config), drills.sealed)),
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

/** Read when it is asked for. */
function keyOf(path: string): Pick<Ordered, 'keyGiven' | 'identities'> {
  return {
    keyGiven: path !== '',
    identities: async () => {
      if (path === '')
        throw new UserError('the offline key is not given', 'name its file by the input `offline-key`');
      const { readIdentities } = await import('../recovery/attachments.ts');
      return readIdentities(path);
    },
  };
}

const fileOf = (path: string) => async () => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UserError('the sealed export of Secrets cannot be read', 'see whether its file is there', {
      cause,
    });
  }
};
