import { describe, isMidway, UserError } from './errors.ts';
import { printable } from './printable.ts';

/** Where an action runs: a GitHub Actions step, or a terminal or another CI through the CLI. */
export interface Host {
  /** A line of progress. */
  report(line: string): void;
  /** Sets an output; called for every output of the action before it may fail. */
  output(name: string, value: string): void;
  /** Markdown for the job summary. */
  summary(markdown: string): Promise<void>;
  /**
   * Shows what other programs print while `work` runs: each line as it comes, whole, folded under a title where there is
   * folding, and obeyed by nobody. Not to be nested.
   */
  quote<Result>(title: string, work: (print: (line: string) => void) => Promise<Result>): Promise<Result>;
  /** Points at a place in the repository: an annotation on GitHub, a line elsewhere. GitHub shows ten of a level and step. */
  annotate(level: 'error' | 'warning', annotation: Annotation): void;
  /** File descriptor of the log: where the output of a command of the user goes as it is. */
  log: number;
  /** The environment of the process. */
  env: NodeJS.ProcessEnv;
  /** Aborts at the first SIGINT or SIGTERM, which from then on no longer end the process: the caller must. */
  cancellation(): AbortSignal;
}

export interface Annotation {
  message: string;
  title?: string;
  /** Relative to the root of the repository. */
  file?: string;
  line?: number;
}

/** An annotation as a line for people: `error: file:12: title: message`. */
export function annotationLine(level: string, { message, title, file, line }: Annotation): string {
  const place = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
  return [level, ...place, ...(title === undefined ? [] : [title]), message].join(': ');
}

/** The runner sends SIGINT, some seconds later SIGTERM, and kills ten seconds after the first. */
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

/** What an action is: its contract and what it does. action.yml, its README and the CLI's help are made from it. */
export interface Action<Inputs extends Record<string, InputSpec> = Record<string, InputSpec>> {
  name: string;
  description: string;
  inputs: Inputs;
  /** On a command line this input may be given without its name. */
  positional?: Extract<keyof Inputs, string>;
  outputs: Record<string, string>;
  /** Values for a run that was refused before it could decide; every other output is then empty. */
  refused?: Record<string, string>;
  /** @returns false when the step must end red although every output is set. */
  run(inputs: { [Name in keyof Inputs]: string }, host: Host): Promise<boolean>;
}

/** Types an action's inputs from its own table of them. */
export function defineAction<const Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Action<Inputs> {
  return action;
}

/**
 * Fills in defaults and refuses an empty required input.
 * @throws UserError naming the input.
 */
export function completeInputs<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
  given: (name: string) => string,
): { [Name in keyof Inputs]: string } {
  const entries = Object.entries(action.inputs).map(([name, spec]) => {
    const value = given(name).trim() || (spec.default ?? '');
    if (value === '' && spec.required === true) {
      throw new UserError(
        `the input \`${name}\` is missing`,
        `give it: ${spec.description.split(/\.(?:\s|$)/)[0]}`,
      );
    }
    return [name, value];
  });
  return Object.fromEntries(entries) as { [Name in keyof Inputs]: string };
}

/**
 * Runs an action to its end. When it throws, `reason` says why and every output that it had not set yet gets the value of a
 * refusal, or none where something had been changed: whoever reads them later must not meet those of an earlier attempt.
 * @param inputs throws for what the action does not take.
 * @returns whether it ended well.
 * @throws what the action throws.
 */
export async function perform<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
  inputs: () => { [Name in keyof Inputs]: string },
  host: Host,
): Promise<boolean> {
  const set = new Set<string>();
  const output = (name: string, value: string) => {
    set.add(name);
    host.output(name, value);
  };
  try {
    return await action.run(inputs(), { ...host, output });
  } catch (error) {
    // What is no word about the cluster, such as an empty list as JSON, holds in the middle, too.
    const { state, changed, ...neutral } = action.refused ?? {};
    const values = { ...(isMidway(error) ? neutral : action.refused), reason: reasonOf(error) };
    for (const name of Object.keys(action.outputs))
      if (!set.has(name)) host.output(name, Reflect.get(values, name) ?? '');
    throw error;
  }
}

/** What was thrown, on one line. */
export function reasonOf(error: unknown): string {
  return printable(describe(error));
}
