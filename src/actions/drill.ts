import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Drills } from '../config/drills.ts';
import { configFor, environmentOf, loadConfig, type PlacedConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { DrillPace } from '../recovery/drill/pace.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import type { RecoveryObjective } from '../recovery/feasibility.ts';
import type { DrillOrder } from '../recovery/guard/consent.ts';
import type { Scenario } from '../recovery/scenario.ts';
import type { BackupSet, SetOwner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import { newFolder } from '../toolkit/folder.ts';
import { defineAction, type Host, optional, required } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { defined } from '../toolkit/map.ts';
import { unreadable } from '../toolkit/named-file.ts';
import { type Origin, originOf } from '../toolkit/origin.ts';
import { publishRunning } from './drill-relay.ts';
import { publishDrill, publishRefused } from './drill-report.ts';
import * as shared from './inputs.ts';
import { recoveryOf, verifySet } from './recovery.ts';
import { withCluster } from './session.ts';

/** A requested drill. */
export interface Ordered extends DrillOrder {
  readonly config: string;
  readonly owner: SetOwner;
  /** Of all environments; the drill's credential may have no permissions in those of production. */
  readonly namespaces: readonly string[];
  /** Verifies the signature of a set. @returns the signer; undefined if none is required. @throws UserError without a trusted signature. */
  verifySet(set: BackupSet): Promise<string | undefined>;
  readonly environment: Environment;
  /** For the check that no rollout is in progress. */
  readonly released: { readonly config: PlacedConfig; readonly environment: Environment };
  readonly recovery: Recovery;
  readonly drills: Drills;
  readonly scenario: Scenario;
  /** Undefined for a scenario that tests detection, not recovery. */
  readonly target: RecoveryObjective | undefined;
  readonly pace: DrillPace;
  readonly origin: Origin;
  readonly run: DrillFacts['run'];
  readonly seed: string;
  /** Folder of the offline archive; empty: not given. */
  readonly archive: string;
  readonly drillKeyFile: string;
  /** Whether the key for drills is given. */
  readonly keyGiven: boolean;
  /** Reads that key. @throws UserError when it is not given or invalid. */
  identities(): Promise<string[]>;
  /** Reads the encrypted Secrets of `drills.sealed`, for sets without Secrets; undefined without that setting. */
  readonly sealedFile: (() => Promise<Uint8Array>) | undefined;
  /** Whether an earlier job started the drill. */
  readonly resumed: boolean;
  /** How long this job may take, from `began` (of `performance.now()`) on; ms. Undefined: no limit. */
  readonly handOverAfter: number | undefined;
  readonly began: number;
  /** Folder of the evidence. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

const scenarios = [
  ...(['restore', 'pod', 'node', 'zone', 'region'] as const),
  ...(['total', 'corruption', 'rot', 'secrets', 'off-site-down'] as const),
  ...(['container-kill', 'pod-loss', 'zone-drain', 'autoscaling', 'bad-release'] as const),
];

const code = () => import('./drill-kinds.ts');

export const drillAction = defineAction({
  name: 'drill',
  description:
    'Rehearse a disaster: check the steady state, inject the failure at a random time, recover with what would be left, and measure the recovery time and data loss.',
  inputs: {
    scenario: required(
      'What fails. Of the primary database: `pod`, `node`, `zone`. Of the application: `container-kill`, `pod-loss`, `zone-drain`, `bad-release`, `autoscaling`. Of the data and its backups: `corruption`, `secrets`, `rot`, `off-site-down`. Everything: `region`, `total`. Nothing: `restore`. They are described in docs/drills.md.',
    ),
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    seed: optional(
      'Seed for the random time of the injection, to repeat a drill. Default: a new seed for each drill.',
    ),
    confirm: optional(
      'Confirmation of a drill in production: the scenario and environment, such as `pod in production`. It also needs an approval, see `in-production` in slipway.yml. Default: production is refused.',
    ),
    'actions-token': optional(
      'Token with `actions: read`, to check the approval of this run. Only for production. Default: none.',
    ),
    'hand-over-after': optional(
      'How long this job may take, such as `5h`. When the time is up, a drill that restores into its own namespace is handed over: the verdict is `running`, and a job with `resume-id` continues it. Default: no limit.',
    ),
    'resume-id': optional(
      'ID of the drill to continue: the output `drill-id` of an earlier job that handed it over or was killed. Default: start a new drill.',
    ),
    'drill-key-file': optional(
      'Path of the age key for drills, the file that `age-keygen` wrote. Required for `region`, `secrets` and `total`, which restore every Secret from the backup; `restore` does so, too, if this input is set.',
    ),
    archive: optional('Folder of the offline archive; only for `total`.'),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
    'issues-token': optional(
      'Token with `issues: write`. A drill that does not pass opens an issue for its scenario, and the next one that passes closes it. Default: no issues.',
    ),
  },
  outputs: {
    app: shared.appOutput,
    verdict:
      '`pass`, `breach` (recovered, but missed a target), `fail`, `skipped` (no steady state: nothing was broken), `running` (handed over to the next job), `error` or `refused`; empty if the step crashed before a verdict.',
    'drill-id': 'ID of the drill, for `resume-id`.',
    'rto-seconds': 'Recovery time in seconds; empty if it was not measured.',
    'rpo-seconds': 'Lost writes in seconds; empty if they were not measured.',
    proved: 'Highest level that was proved, such as `L5`; empty if none was.',
    'report-folder': 'Folder with `dr-report.json` and `report.html`.',
    reason: 'Why the drill did not pass, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'refused' },
  run: async (inputs, host) => {
    const order = await ordered(inputs, host);
    // First of all: a job that resumes a killed drill needs the ID.
    host.report(`drill ${order.run.id}`);
    host.output('drill-id', order.run.id);
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

type Inputs = Readonly<
  Record<'scenario' | 'environment' | 'config' | 'seed' | 'confirm' | 'actions-token', string> &
    Record<'hand-over-after' | 'resume-id' | 'drill-key-file' | 'archive' | 'credentials', string>
>;

/** @throws UserError when slipway.yml or an input is wrong. */
async function ordered(inputs: Inputs, host: Host): Promise<Ordered> {
  const began = performance.now();
  const config = await loadConfig(inputs.config);
  host.output('app', config.app);
  const environment = environmentOf(config, inputs.environment);
  const recovery = recoveryOf(environment, inputs.environment);
  const { drills } = recovery;
  if (drills === undefined) throw new UserError('`recovery` declares no drills', 'add `drills` to it');
  const id = oneOf('scenario', scenarios, inputs.scenario);
  const { scenarioOf } = await import('../recovery/scenario.ts');
  const { targetsOf } = await import('../recovery/declared.ts');
  const { paceOf } = await import('../recovery/drill/pace.ts');
  const scenario = scenarioOf(id);
  if (inputs.confirm !== '' && scenario.where === 'scratch')
    throw new UserError(
      `the drill \`${id}\` cannot run in production: it restores a copy`,
      'leave `confirm` empty, and set `kube-context` to another cluster',
    );
  const target = targetsOf(recovery).find(({ domain }) => domain === scenario.target);
  if (target === undefined && scenario.target !== undefined) throw new Error(`no target for ${id}`);
  // `credentials` must not override the run and repository, by which the approval is checked.
  const ofRunner = Object.entries(host.env).filter(([name]) => /^(GITHUB|RUNNER|ACTIONS)_/.test(name));
  const env = { ...shared.credentialsIn(inputs.credentials, host), ...Object.fromEntries(ofRunner) };
  const origin = originOf(env);
  const owner = { app: config.app, environment: inputs.environment };
  const signal = host.cancellation();
  const run = {
    id: runOf(id, inputs['resume-id']),
    actor: origin.actor,
    ...defined({ url: origin.url, commit: origin.revision }),
  };
  return {
    config: inputs.config,
    environment,
    recovery,
    drills,
    scenario,
    target,
    origin,
    run,
    env,
    owner,
    began,
    resumed: inputs['resume-id'] !== '',
    handOverAfter: shared.durationIfGiven('hand-over-after', inputs['hand-over-after']),
    // Only an RPO of 0 needs the more frequent markers, so a missing one counts as 1 ms.
    pace: paceOf(drills.pace, target?.rpo ?? 1),
    seed: inputs.seed || run.id,
    confirm: inputs.confirm,
    actionsToken: inputs['actions-token'],
    archive: inputs.archive,
    drillKeyFile: inputs['drill-key-file'],
    released: { config: configFor(config, environment), environment },
    keyGiven: inputs['drill-key-file'] !== '',
    // Only when it is needed.
    identities: () => drillIdentities(inputs['drill-key-file']),
    sealedFile:
      drills.sealed === undefined ? undefined : fileOf(resolve(dirname(inputs.config), drills.sealed)),
    namespaces: Object.values(config.environments).map(({ namespace }) => namespace),
    verifySet: set => verifySet(set, owner, { config, environment, inputs, host: { ...host, env }, signal }),
    folder: await newFolder(env, `drill-${id}`),
    signal,
    report: host.report,
  };
}

/** Returns the ID of the drill. @throws UserError when `resume-id` is not an ID of that scenario. */
function runOf(scenario: string, resume: string): string {
  if (resume === '') return `${scenario}-${randomUUID().slice(0, 8)}`;
  if (resume.startsWith(`${scenario}-`) && /^[0-9a-f]{8}$/.test(resume.slice(scenario.length + 1)))
    return resume;
  throw new UserError(
    `the input \`resume-id\` is invalid: "${resume}"`,
    `write the output \`drill-id\` of a ${scenario} drill, such as ${scenario}-01234567`,
  );
}

/** Reads the key of drills. @throws UserError when it was not given, or cannot be read. */
async function drillIdentities(path: string): Promise<string[]> {
  if (path === '')
    throw new UserError('the key for drills is missing', 'set the input `drill-key-file` to its path');
  const { readIdentities } = await import('../recovery/attachments.ts');
  return readIdentities(path);
}

const fileOf = (path: string) => () =>
  readFile(path).catch(unreadable(path, 'correct `drills.sealed` in slipway.yml'));
