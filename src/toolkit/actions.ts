import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { amidAccidents, eitherOf } from './accident.ts';
import {
  type Action,
  cancellationOfProcess,
  completeInputs,
  type Host,
  type InputSpec,
  perform,
  reasonOf,
} from './host.ts';
import { oneLine, printable } from './printable.ts';
import { addSummary, commandsOff } from './runner.ts';

/** Runs an action as a step of GitHub Actions. */
export async function runStep<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Promise<void> {
  const { env } = process;
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const hostOf = (accident: AbortSignal): Host => ({
    report: line => say(printable(line)),
    output: (name, value) => core.setOutput(name, value.toWellFormed()),
    summary: addSummary,
    quote: async (title, work) => {
      const { stop, resume } = commandsOff(randomUUID());
      core.startGroup(printable(title));
      say(stop);
      try {
        return await work(line => say(oneLine(line)));
      } finally {
        say(resume);
        core.endGroup();
      }
    },
    annotate: (level, { message, title, file, line }) =>
      (level === 'error' ? core.error : core.warning)(printable(message), {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(title === undefined ? {} : { title: printable(title) }),
      }),
    mask: core.setSecret,
    log: 1,
    env,
    cancellation: eitherOf(accident, cancellationOfProcess),
  });
  const inputs = () => completeInputs(action, name => core.getInput(name));
  const accidental = (text: string) => core.error(text.split('\n').map(printable).join('\n'));
  try {
    const well = await amidAccidents(accidental, accident => perform(action, inputs, hostOf(accident)));
    if (!well) process.exitCode = 1;
  } catch (error) {
    core.setFailed(reasonOf(error));
  }
}
