import type { Expr } from '@actions/expressions';
import { ContextAccess, FunctionCall, Grouping, IndexAccess, Literal } from '@actions/expressions/ast';
import { parse as parseYaml } from 'yaml';
import {
  type Job,
  type Manifest,
  manifestOf,
  manifests,
  needsOf,
  ownPath,
  readWorkflow,
  type Step,
  textOfFile,
  type Workflow,
} from '../../scripts/workflow-files.ts';
import { expressionsIn, parse } from './expression.ts';
import { thirdParty } from './third-parties.ts';

/** Finds broken references in expressions, which GitHub silently evaluates to an empty string. */

/** Returns a message for each reference in a workflow or a composite action to a missing input, secret, output, step or job. */
export function brokenReferences(path: string): string[] {
  const workflow = manifests.includes(path) ? asWorkflow(path) : readWorkflow(path);
  const call = workflow.on.workflow_call;
  const inside = Object.entries(workflow.jobs).flatMap(([id, job]) =>
    check(workflow, job, job).map(problem => `${path}, ${id}: ${problem}`),
  );
  const outputs = check(workflow, undefined, call?.outputs).map(problem => `${path}, outputs: ${problem}`);
  return [...inside, ...outputs];
}

/** Converts a composite action to a workflow with one job. */
function asWorkflow(path: string): Workflow {
  const { name, inputs = {}, outputs = {}, runs } = parseYaml(textOfFile(path)) as Manifest;
  const values = Object.entries(outputs).map(([output, { value = '' }]) => [output, value] as const);
  return {
    name,
    on: { workflow_call: { inputs } },
    jobs: { steps: { steps: runs.steps ?? [], outputs: Object.fromEntries(values) } },
  };
}

function check(workflow: Workflow, job: Job | undefined, value: unknown): string[] {
  return expressionsIn(value).flatMap(text =>
    chains(parse(text)).flatMap(chain => {
      const problem = missing(workflow, job, chain);
      return problem === undefined ? [] : [`\`${text.trim()}\`: ${problem}`];
    }),
  );
}

function missing(workflow: Workflow, job: Job | undefined, chain: string[]): string | undefined {
  const [context, name = '', part, output = ''] = chain;
  const { workflow_call: call, workflow_dispatch: dispatch } = workflow.on;
  switch (context) {
    case 'inputs':
      return { ...dispatch?.inputs, ...call?.inputs }[name] === undefined ? `no input ${name}` : undefined;
    case 'secrets':
      return call !== undefined && call.secrets?.[name] === undefined ? `no secret ${name}` : undefined;
    case 'needs':
      // All of them, as JSON.
      if (name === '') return undefined;
      if (job === undefined || !needsOf(job).includes(name)) return `it does not need ${name}`;
      return part === 'outputs' ? missingOutput(workflow.jobs[name], name, output) : undefined;
    case 'jobs':
      return missingOutput(workflow.jobs[name], name, output);
    case 'steps': {
      const step = job?.steps?.find(({ id }) => id === name);
      if (step === undefined) return `no step ${name}`;
      return part === 'outputs' && !outputsOfStep(step).includes(output)
        ? `the step ${name} has no output ${output}`
        : undefined;
    }
    default:
      return undefined;
  }
}

function missingOutput(job: Job | undefined, name: string, output: string): string | undefined {
  if (job === undefined) return `no job ${name}`;
  return outputsOfJob(job).includes(output) ? undefined : `the job ${name} has no output ${output}`;
}

/** Returns the names of a job's outputs. */
export function outputsOfJob(job: Job): string[] {
  const called = job.uses === undefined ? undefined : ownPath(job.uses);
  const outputs = called === undefined ? job.outputs : readWorkflow(called).on.workflow_call?.outputs;
  return Object.keys(outputs ?? {});
}

function outputsOfStep(step: Step): string[] {
  if (step.run !== undefined)
    return [...step.run.matchAll(/echo "([\w-]+)=/g)].map(match => match[1] as string);
  const uses = step.uses ?? '';
  return Object.keys((manifestOf(uses) ?? thirdParty(uses))?.outputs ?? {});
}

/** Returns the path of every access to a context in an expression, such as `needs.build.outputs.images`. */
function chains(expression: Expr): string[][] {
  if (expression instanceof IndexAccess || expression instanceof ContextAccess) {
    const chain = chainOf(expression);
    if (chain !== undefined) return [chain];
  }
  return parts(expression).flatMap(chains);
}

function chainOf(expression: Expr): string[] | undefined {
  if (expression instanceof ContextAccess) return [expression.name.lexeme];
  if (!(expression instanceof IndexAccess) || !(expression.index instanceof Literal)) return undefined;
  const before = chainOf(expression.expr);
  return before === undefined ? undefined : [...before, expression.index.literal.coerceString()];
}

function parts(expression: Expr): Expr[] {
  if (expression instanceof FunctionCall) return expression.args;
  if (expression instanceof Grouping) return [expression.group];
  if (expression instanceof IndexAccess) return [expression.expr, expression.index];
  // Unary, binary and logical operators.
  return Object.values(expression)
    .flat()
    .filter((each): each is Expr => typeof each === 'object' && each !== null && 'accept' in each);
}
