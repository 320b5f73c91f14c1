import {
  type Call,
  type Job,
  manifestOf,
  needsOf,
  ownPath,
  readWorkflow,
  type Step,
  type Workflow,
} from '../../scripts/workflow-files.ts';
import { fill, holds, type Scope, textOf, type Value } from './expression.ts';
import { execute } from './steps.ts';

/**
 * Runs the job graph of a workflow as GitHub would, including called workflows. Conditions, outputs and `run:` scripts are
 * real; the results of actions are scripted.
 */

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped' | 'pending';

/** The scripted behavior of a job. Steps are identified by their id, or else by their name. */
export interface Script {
  /** This step fails. */
  fails?: string;
  /** The run is cancelled while this step runs. */
  cancelledAt?: string;
  /** The run is cancelled after this job has ended. */
  cancelledAfter?: true;
  /** The job gets no runner, or its runner is lost: it is rejected, lost or pending, and sets no outputs. */
  never?: 'failure' | 'cancelled' | 'pending';
  /** The job succeeded in the previous attempt and is not re-run. */
  kept?: boolean;
  /** Outputs of steps, in addition to the default ones. */
  outputs?: Record<string, Record<string, string>>;
  /** Steps whose `run:` script is not executed: they succeed, or end as scripted. */
  assumed?: string | string[];
}

export interface Simulation {
  inputs?: Record<string, Value>;
  secrets?: Record<string, string>;
  /** Configuration variables of the caller's repository or organization. */
  vars?: Record<string, string>;
  github?: Record<string, Value>;
  /** By path: `rollout`, or `deploy/rollout` in a called workflow. */
  jobs?: Record<string, Script>;
  /** Files of the caller's repository, for `hashFiles`. */
  files?: string[];
  /** An earlier attempt of the same run. */
  before?: Run;
}

export interface Ran {
  result: Result;
  outputs: Record<string, string>;
  /** The steps that ran, with their inputs, and how long a script would have slept, in seconds. */
  steps: { id: string; uses?: string; with: Record<string, string>; slept: number }[];
}

export interface Run {
  result: Result;
  outputs: Record<string, string>;
  /** By path, in the order in which they ran or were skipped. */
  jobs: Record<string, Ran>;
}

/** Returns the default outputs of an action whose step succeeds. */
export type Defaults = (uses: string, inputs: Record<string, string>) => Record<string, string>;

interface State {
  simulation: Simulation;
  defaults: Defaults;
  cancelled: boolean;
  jobs: Record<string, Ran>;
}

/** Simulates a run. @throws Error if GitHub would refuse it, for unknown or missing inputs and secrets, and for missing jobs. */
export function simulate(path: string, simulation: Simulation, defaults: Defaults = () => ({})): Run {
  const state: State = { simulation, defaults, cancelled: false, jobs: {} };
  const called = call(state, path, '', simulation.inputs ?? {}, simulation.secrets ?? {});
  return { ...called, jobs: state.jobs };
}

/**
 * Runs the steps of a composite action in a job.
 * @throws Error for unknown or missing inputs.
 */
export function simulateAction(uses: string, simulation: Simulation, defaults: Defaults = () => ({})): Ran {
  const manifest = manifestOf(uses);
  if (manifest?.runs.steps === undefined) throw new Error(`${uses} is not a composite action`);
  const contract = { inputs: manifest.inputs ?? {} };
  const inputs = inputsOf(uses, contract, simulation.inputs ?? {});
  const outputs = Object.entries(manifest.outputs ?? {}).map(
    ([name, { value = '' }]) => [name, value] as const,
  );
  const state: State = { simulation, defaults, cancelled: false, jobs: {} };
  const contexts = { inputs, github: { run_attempt: '1', ...simulation.github } };
  const job: Job = { steps: manifest.runs.steps, outputs: Object.fromEntries(outputs) };
  return runSteps(state, 'action', job, { contexts });
}

function call(
  state: State,
  path: string,
  prefix: string,
  given: Record<string, Value>,
  secrets: Record<string, string>,
): { result: Result; outputs: Record<string, string> } {
  const workflow = readWorkflow(path);
  const contract = workflow.on.workflow_call;
  if (contract !== undefined) refuseSecrets(path, contract, secrets);
  const { workflow_call: called, workflow_dispatch: dispatched } = workflow.on;
  const inputs = inputsOf(path, { inputs: { ...dispatched?.inputs, ...called?.inputs } }, given);
  const { vars = {} } = state.simulation;
  const contexts = { inputs, secrets, vars, github: { run_attempt: '1', ...state.simulation.github } };
  const done: Record<string, Ran> = {};
  for (const id of ordered(path, workflow)) {
    const job = workflow.jobs[id] as Job;
    const ran = runJob(state, `${prefix}${id}`, job, workflow, done, contexts);
    done[id] = ran;
    state.jobs[`${prefix}${id}`] = ran;
  }
  const jobs = Object.fromEntries(Object.entries(done).map(([id, { outputs }]) => [id, { outputs }]));
  const outputs = Object.entries(contract?.outputs ?? {}).map(([name, { value }]) => [
    name,
    textOf(fill(value, { contexts: { ...contexts, jobs } })),
  ]);
  return { result: combined(Object.values(done)), outputs: Object.fromEntries(outputs) };
}

function runJob(
  state: State,
  path: string,
  job: Job,
  workflow: Workflow,
  done: Record<string, Ran>,
  contexts: Record<string, Value>,
): Ran {
  const needs = Object.fromEntries(
    needsOf(job).map(id => [id, { result: done[id]?.result ?? '', outputs: done[id]?.outputs ?? {} }]),
  );
  if (needsOf(job).some(id => done[id]?.result === 'pending')) {
    return { result: 'pending', outputs: {}, steps: [] };
  }
  // GitHub may also look at jobs that a called workflow has skipped, so a job that comes after one has to say its condition.
  const prefix = path.slice(0, path.lastIndexOf('/') + 1);
  const ancestors = [...ancestorsOf(workflow, job)].flatMap(id =>
    Object.entries(state.jobs)
      .filter(([other]) => other === `${prefix}${id}` || other.startsWith(`${prefix}${id}/`))
      .map(([, { result }]) => result),
  );
  const scope: Scope = {
    contexts: { ...contexts, needs },
    functions: {
      always: () => true,
      cancelled: () => state.cancelled,
      success: () => !state.cancelled && ancestors.every(result => result === 'success'),
      failure: () => !state.cancelled && ancestors.some(result => result === 'failure'),
    },
  };
  if (!holds(job.if, scope)) return { result: 'skipped', outputs: kept(state, path, {}), steps: [] };
  if (job.uses === undefined) return runSteps(state, path, job, scope);
  const called = ownPath(job.uses);
  if (called === undefined) throw new Error(`${path} calls ${job.uses}, which is not in this repository`);
  const inputs = filled(job.with, scope, each => each);
  const { result, outputs } = call(state, called, `${path}/`, inputs, filled(job.secrets, scope, textOf));
  return { result, outputs: kept(state, path, outputs), steps: [] };
}

function runSteps(state: State, path: string, job: Job, jobScope: Scope): Ran {
  const script = state.simulation.jobs?.[path] ?? {};
  const earlier = state.simulation.before?.jobs[path];
  if (script.kept === true && earlier?.result === 'success') return { ...earlier, steps: [] };
  if (script.never !== undefined) {
    if (script.never === 'cancelled') state.cancelled = true;
    return { result: script.never, outputs: kept(state, path, {}), steps: [] };
  }
  const ran: Ran['steps'] = [];
  const steps: Record<string, Value> = {};
  let result: Result = 'success';
  const current: Record<string, Value> = { status: result };
  const scope: Scope = {
    contexts: { ...jobScope.contexts, steps, job: current, runner: { temp: '/tmp' } },
    functions: {
      always: () => true,
      cancelled: () => result === 'cancelled',
      success: () => result === 'success',
      failure: () => result === 'failure',
      hashFiles: pattern =>
        ['slipway.yml', ...(state.simulation.files ?? [])].some(file => matches(file, pattern ?? ''))
          ? 'hash'
          : '',
    },
  };
  for (const step of job.steps ?? []) {
    const id = step.id ?? step.name ?? '';
    if (!holds(step.if, scope)) {
      steps[id] = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
      continue;
    }
    const done = runStep(state, step, id, script, scope);
    const conclusion =
      done.result === 'failure' && step['continue-on-error'] === true ? 'success' : done.result;
    const { with: given, slept } = done;
    ran.push({ id, ...(step.uses === undefined ? {} : { uses: step.uses }), with: given, slept });
    steps[id] = { outputs: done.outputs, outcome: done.result, conclusion };
    if (conclusion === 'cancelled') state.cancelled = true;
    if (conclusion !== 'success' && result === 'success') result = conclusion;
    current.status = result;
  }
  for (const name of [script.fails, script.cancelledAt, ...Object.keys(script.outputs ?? {})]) {
    if (name !== undefined && !ran.some(({ id }) => id === name)) {
      throw new Error(`the script of ${path} has the step ${name}, which did not run`);
    }
  }
  if (script.cancelledAfter === true) state.cancelled = true;
  // Evaluated regardless of the result.
  return { result, outputs: kept(state, path, filled(job.outputs, scope, textOf)), steps: ran };
}

function runStep(state: State, step: Step, id: string, script: Script, scope: Scope) {
  const inputs = filled(step.with, scope, textOf);
  const scripted: Result =
    script.fails === id ? 'failure' : script.cancelledAt === id ? 'cancelled' : 'success';
  const usual = scripted === 'success' && step.uses !== undefined ? state.defaults(step.uses, inputs) : {};
  const { run_attempt: attempt } = scope.contexts.github as { run_attempt: string };
  const real = [script.assumed].flat().includes(id)
    ? undefined
    : execute(step, inputs, { GITHUB_RUN_ATTEMPT: attempt, ...filled(step.env, scope, textOf) });
  const result: Result = scripted === 'success' && real?.failed === true ? 'failure' : scripted;
  const outputs = { ...usual, ...real?.outputs, ...script.outputs?.[id] };
  return { with: inputs, result, outputs, slept: real?.slept ?? 0 };
}

/** Empty outputs are not set, and GitHub keeps outputs of an earlier attempt that are not set again (actions/runner#2598). */
function kept(state: State, path: string, outputs: Record<string, string>): Record<string, string> {
  const set = Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
  return { ...state.simulation.before?.jobs[path]?.outputs, ...set };
}

function refuseSecrets(path: string, { secrets = {} }: Call, given: Record<string, string>): void {
  for (const name of Object.keys(given)) {
    if (secrets[name] === undefined) throw new Error(`${path} has no secret ${name}`);
  }
  for (const [name, { required }] of Object.entries(secrets)) {
    if (required === true && !given[name]) throw new Error(`${path} needs the secret ${name}`);
  }
}

function inputsOf(
  path: string,
  { inputs: declared = {} }: Pick<Call, 'inputs'>,
  given: Record<string, Value>,
): Record<string, Value> {
  for (const name of Object.keys(given)) {
    if (declared[name] === undefined) throw new Error(`${path} has no input ${name}`);
  }
  const empty: Record<string, Value> = { number: 0, boolean: false };
  const entries = Object.entries(declared).map(([name, { type = 'string', required, default: usual }]) => {
    if (required === true && given[name] === undefined) throw new Error(`${path} needs the input ${name}`);
    const value = given[name] ?? usual ?? empty[type] ?? '';
    if (type !== 'choice' && typeof value !== type) {
      throw new Error(`${path}: the input ${name} is ${JSON.stringify(value)}, which is not a ${type}`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function combined(jobs: Ran[]): Result {
  const results = jobs.map(job => job.result);
  for (const result of ['pending', 'failure', 'cancelled'] as const)
    if (results.includes(result)) return result;
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}

function ancestorsOf(workflow: Workflow, job: Job, found = new Set<string>()): Set<string> {
  for (const id of needsOf(job)) {
    found.add(id);
    ancestorsOf(workflow, workflow.jobs[id] as Job, found);
  }
  return found;
}

/** Returns the jobs in an order in which each comes after those that it needs. */
function ordered(path: string, workflow: Workflow): string[] {
  const order: string[] = [];
  const visit = (id: string, from: string[]) => {
    const job = workflow.jobs[id];
    if (job === undefined)
      throw new Error(`${path}: ${from.at(-1)} needs the job ${id}, which does not exist`);
    if (from.includes(id)) throw new Error(`${path}: ${id} needs itself`);
    for (const need of needsOf(job)) visit(need, [...from, id]);
    if (!order.includes(id)) order.push(id);
  };
  for (const id of Object.keys(workflow.jobs)) visit(id, []);
  return order;
}

function filled<T>(values: Record<string, Value> | undefined, scope: Scope, change: (value: Value) => T) {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, change(fill(value, scope))]),
  );
}

function matches(file: string, pattern: string): boolean {
  const source = pattern.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*');
  return new RegExp(`^${source}$`).test(file);
}
