import { describe, UserError } from './errors.ts';
import { type Action, cancellationOfProcess, completeInputs, type Host, type InputSpec } from './host.ts';
import { cell } from './markdown.ts';
import { printable } from './printable.ts';

/** Runs an action as a step of GitHub Actions. */
export async function runStep<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Promise<void> {
  // Loaded only here: it brings an HTTP client of half a megabyte that the CLI never needs.
  const core = await import('@actions/core');
  const set = new Set<string>();
  const setOutput = (name: string, value: string) => {
    set.add(name);
    core.setOutput(name, value);
  };
  const host: Host = {
    report: line => core.info(printable(line)),
    output: setOutput,
    summary: async markdown => {
      // Outside a runner there is no summary; it is no reason to fail.
      if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
    },
    annotate: (level, { message, title, file, line }) =>
      core[level](printable(message), {
        ...(title === undefined ? {} : { title: printable(title) }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
      }),
    log: 1,
    env: process.env,
    cancellation: cancellationOfProcess,
  };
  try {
    const good = await action.run(
      completeInputs(action, name => core.getInput(name)),
      host,
    );
    if (!good) process.exitCode = 1;
  } catch (error) {
    const sentence = printable(error instanceof UserError ? error.sentence : describe(error));
    for (const name of Object.keys(action.outputs).filter(each => !set.has(each))) {
      setOutput(name, name === 'reason' ? sentence : (action.refused?.[name] ?? ''));
    }
    await host.summary(`### ❌ ${action.name} was refused\n\n${cell(sentence)}\n`);
    core.setFailed(sentence);
  }
}
