import { describe, innermostCause, isAfterChange, UsageError } from './errors.ts';
import { useForwardProxy } from './forward-proxy.ts';
import { jsonMap } from './map.ts';
import { cell } from './markdown.ts';
import { setCommandFlags } from './operations.ts';
import { printable } from './printable.ts';

/** The environment in which an action runs: a step of GitHub Actions, or a terminal or another CI through the CLI. */
export interface Host {
  /** Logs a line of progress. */
  report(line: string): void;
  /** Sets an output. An action sets every output before it may fail. */
  output(name: string, value: string): void;
  /** Adds Markdown to the job summary. */
  summary(markdown: string): Promise<void>;
  /**
   * Logs the output of other programs while `work` runs, line by line, in a collapsible group on GitHub. Workflow commands in it are
   * ignored. Must not be nested.
   */
  quote<Result>(title: string, work: (print: (line: string) => void) => Promise<Result>): Promise<Result>;
  /** Writes an annotation on GitHub, or a log line elsewhere. GitHub shows ten per level and step. */
  annotate(level: 'error' | 'warning', annotation: Annotation): void;
  /** Hides a value in the log of the job on GitHub, from now on. */
  setSecret(value: string): void;
  /** File descriptor of the log, for the unchanged output of a user's command. */
  log: number;
  /** Environment variables. */
  env: NodeJS.ProcessEnv;
  /**
   * Returns the signal that aborts at the first SIGINT or SIGTERM, always the same one. From the first call on they do not end the
   * process; the caller must.
   */
  cancellation(): AbortSignal;
}

export interface Annotation {
  message: string;
  title?: string;
  /** Relative to the root of the repository. */
  file?: string;
  line?: number;
}

/** Sets outputs: a text as it is, a number or boolean as text, a list or map as JSON, and null or undefined as an empty text. */
export function setOutputs(
  host: Pick<Host, 'output'>,
  values: Readonly<Record<string, string | number | boolean | object | null | undefined>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const given = value ?? '';
    host.output(name, typeof given === 'object' ? JSON.stringify(given) : String(given));
  }
}

/** Formats an annotation as a log line: `error: file:12: title: message`. */
export function annotationLine(level: string, { message, title, file, line }: Annotation): string {
  const place = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
  return [level, ...place, ...(title === undefined ? [] : [title]), message].join(': ');
}

/** Returns a signal for the cancellation by the runner: SIGINT, SIGTERM some seconds later, and SIGKILL ten seconds after the first. */
export function cancellationOfProcess(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());
  return controller.signal;
}

export interface InputSpec {
  description: string;
  required?: boolean;
  default?: string;
}

/** Declares an input that must be given. */
export const required = (description: string) => ({ description, required: true }) satisfies InputSpec;

/** Declares an input with a default value, which is empty unless another one is given. */
export const optional = (description: string, value = '') =>
  ({ description, default: value }) satisfies InputSpec;

/** The contract and code of an action. action.yml, its README and the help of the CLI are generated from it. */
export interface Action<Inputs extends Record<string, InputSpec> = Record<string, InputSpec>> {
  name: string;
  description: string;
  inputs: Inputs;
  /** The input that may be given without its name on the command line. */
  positional?: Extract<keyof Inputs, string>;
  outputs: Record<string, string>;
  /** Whether its log says all that its outputs say, so that a person needs only the log. */
  told?: boolean;
  /** Inputs that say what a run was about, for its record (src/toolkit/records.ts). Without it there is none: no output may be secret. */
  recorded?: readonly Extract<keyof Inputs, string>[];
  /** An output, a JSON object whose keys are in the name of the record, because steps of a job may be about other ones. */
  recordedBy?: string;
  /** Outputs of a refused run; all other outputs are then empty. */
  refused?: Record<string, string>;
  /** Runs the action. @returns false when the step must fail although every output is set. */
  run(inputs: { [Name in keyof Inputs]: string }, host: Host): Promise<boolean>;
}

/** Infers the types of an action's inputs. */
export function defineAction<const Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Action<Inputs> {
  return action;
}

/**
 * Fills in defaults.
 * @param howToSet the remedy for a missing input.
 * @throws UsageError for a missing required input.
 */
export function completeInputs<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
  given: (name: string) => string,
  howToSet = (_: string) => 'set it in `with`',
): { [Name in keyof Inputs]: string } {
  const entries = Object.entries(action.inputs).map(([name, spec]) => {
    const value = given(name).trim() || (spec.default ?? '');
    if (value === '' && spec.required === true) {
      const what = spec.description.split(/\.(?:\s|$)/)[0] ?? '';
      const said = what.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
      throw new UsageError(`the input \`${name}\` is missing (${said})`, howToSet(name));
    }
    return [name, value];
  });
  return Object.fromEntries(entries) as { [Name in keyof Inputs]: string };
}

/**
 * Runs an action to its end. If it fails, an annotation shows its output `reason`. If it throws, the caller shows the error; then
 * `reason` gets the error, and each output that is not set yet gets its value of a refusal, or an empty one if something was
 * changed. So no later step reads the outputs of an earlier attempt.
 * @param inputs throws for invalid inputs.
 * @returns whether it succeeded.
 * @throws what the action throws.
 */
export async function perform<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
  inputs: () => { [Name in keyof Inputs]: string },
  host: Host,
): Promise<boolean> {
  const set = new Map<string, string>();
  let about: Readonly<Record<string, string>> = {};
  let ended: Found['ended'] = 'refused';
  const secrets: string[] = [];
  const setSecret = (value: string) => {
    secrets.push(value);
    host.setSecret(value);
  };
  const output = (name: string, value: string) => {
    set.set(name, value);
    host.output(name, value);
  };
  // Not an error: the workflow would roll a good release back because of a full disk.
  const summary = (markdown: string) =>
    host.summary(markdown).catch((error: unknown) => {
      host.annotate('warning', {
        message: `the summary was not written: ${printable(innermostCause(error))}`,
      });
    });
  try {
    await useForwardProxy(host.env, host.report);
    const given = inputs();
    about = given;
    setCommandFlags(given);
    const env = await withMirrors(given, host.env);
    const well = await action.run(given, { ...host, env, output, summary, setSecret });
    ended = well ? 'passed' : 'failed';
    for (const name of Object.keys(action.outputs)) if (!set.has(name)) output(name, '');
    const message = set.get('reason') || 'failed';
    if (!well && 'reason' in action.outputs) host.annotate('error', { title: action.name, message });
    return well;
  } catch (error) {
    const reason = reasonOf(error);
    const refused = Object.entries(action.refused ?? {});
    // Values that say nothing about the cluster, such as an empty JSON array, also apply after a change.
    const given = isAfterChange(error) ? refused.filter(each => !saysUnchanged(each)) : refused;
    const values = Object.fromEntries([...given, ['reason', reason]]);
    for (const name of Object.keys(action.outputs))
      if (!set.has(name) || (name === 'reason' && set.get(name) === ''))
        output(name, Reflect.get(values, name) ?? '');
    if (isAfterChange(error)) ended = 'failed';
    await summary(
      `### ❌ ${action.name} ${ended === 'failed' ? 'failed' : 'was refused'}\n\n${cell(reason)}\n`,
    );
    throw error;
  } finally {
    setCommandFlags({});
    await keepRecord(action, { about, ended, outputs: set }, host, secrets);
  }
}

/** Whether an output of a refused run says that it has changed nothing. */
const saysUnchanged = ([name, value]: readonly [string, string]) => name === 'changed' || value === 'refused';

interface Found {
  readonly about: Readonly<Record<string, string>>;
  /** `refused`: it could not begin its work, so it found nothing. What fails after a change has `failed`. */
  readonly ended: 'passed' | 'failed' | 'refused';
  readonly outputs: ReadonlyMap<string, string>;
}

/** Keeps what a step found for `report`, without the values that it masked: an artifact is not masked. A full disk fails no release. */
async function keepRecord(
  { name: step, recorded, recordedBy = '' }: Pick<Action, 'name' | 'recorded' | 'recordedBy'>,
  { about: given, outputs, ended }: Found,
  { env, annotate }: Pick<Host, 'env' | 'annotate'>,
  secrets: readonly string[],
): Promise<void> {
  if (recorded === undefined) return;
  const about = Object.fromEntries([...recorded, 'config'].map(name => [name, given[name] ?? '']));
  try {
    const { applicationIn, recordsFolder, writeRecord } = await import('./records.ts');
    if (recordsFolder(env) === '') return;
    const { withoutSecrets } = await import('./redaction.ts');
    const said = [...outputs].map(([name, value]) => [name, withoutSecrets(value, secrets)]);
    const app = await applicationIn(about.config ?? '');
    const record = { schema: 1, step, at: new Date().toISOString(), about: { ...about, app }, ended };
    const text = JSON.stringify({ ...record, outputs: Object.fromEntries(said) });
    const names = Object.keys(jsonMap(outputs.get(recordedBy) ?? '') ?? {});
    await writeRecord(env, [step, ...Object.values(about), names.join()], `${text}\n`);
  } catch (error) {
    annotate('warning', { message: `the record of ${step} was not written: ${innermostCause(error)}` });
  }
}

/** Returns the environment with the input `tool-mirrors`, if there is one, for the search for programs. @throws UserError for an invalid one. */
async function withMirrors(
  { 'tool-mirrors': mirrors = '' }: Record<string, string>,
  env: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  if (mirrors === '') return env;
  const { parseMirrors } = await import('./tools/pin.ts');
  parseMirrors(mirrors, 'the input `tool-mirrors`');
  return { ...env, SLIPWAY_TOOL_MIRRORS: mirrors };
}

/** Returns anything that was thrown as one line. */
export function reasonOf(error: unknown): string {
  return printable(describe(error));
}
