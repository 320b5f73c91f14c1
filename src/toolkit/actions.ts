import { describe, UserError } from './errors.ts';
import { type Action, completeInputs, type Host, type InputSpec } from './host.ts';
import { printable } from './printable.ts';

/** Runs an action as a step of GitHub Actions. */
export async function runStep<Inputs extends Record<string, InputSpec>>(
  action: Action<Inputs>,
): Promise<void> {
  // Loaded only here: it brings an HTTP client of half a megabyte that the CLI never needs.
  const core = await import('@actions/core');
  const host: Host = {
    report: line => core.info(printable(line)),
    output: (name, value) => core.setOutput(name, value),
    summary: async markdown => {
      // Outside a runner there is no summary; it is no reason to fail.
      if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
    },
    env: process.env,
  };
  try {
    const good = await action.run(
      completeInputs(action, name => core.getInput(name)),
      host,
    );
    if (!good) process.exitCode = 1;
  } catch (error) {
    core.setFailed(error instanceof UserError ? error.sentence : describe(error));
  }
}
