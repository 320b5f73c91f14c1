import * as core from '@actions/core';
import { FoldedLog } from './folded-log.ts';
import {
  type Action,
  cancellationOfProcess,
  completeInputs,
  type Host,
  type InputSpec,
  perform,
  reasonOf,
} from './host.ts';
import { defined } from './map.ts';
import { printable } from './printable.ts';
import { addSummary } from './runner.ts';
import { anySignal, despiteUncaughtErrors } from './uncaught-errors.ts';

/** Runs an action as a step of GitHub Actions. */
export async function runStep<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Promise<void> {
  const { env } = process;
  const log = new FoldedLog(action.name, line => void process.stdout.write(`${line}\n`));
  const hostOf = (uncaught: AbortSignal): Host => ({
    report: line => log.report(line),
    output: (name, value) => core.setOutput(name, value.toWellFormed()),
    summary: addSummary,
    quote: (title, work) => log.quote(title, work),
    annotate: (level, { message, title, file, line }) => {
      log.unfold();
      const place = defined({ file, startLine: line, title: title && printable(title) });
      (level === 'error' ? core.error : core.warning)(printable(message), place);
    },
    setSecret: core.setSecret,
    log: 1,
    env,
    cancellation: anySignal(uncaught, cancellationOfProcess),
  });
  const inputs = () => completeInputs(action, name => core.getInput(name));
  const onUncaught = (text: string) => {
    log.unfold();
    core.error(text.split('\n').map(printable).join('\n'), { title: action.name });
  };
  try {
    const well = await despiteUncaughtErrors(onUncaught, uncaught =>
      perform(action, inputs, hostOf(uncaught)),
    );
    log.end();
    if (!well) process.exitCode = 1;
  } catch (error) {
    log.unfold();
    core.error(reasonOf(error), { title: action.name });
    process.exitCode = 1;
  }
}
