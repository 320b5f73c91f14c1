import { loadAction } from './actions/all.ts';

/** The exports of the bundle, for the stubs in dist/: the CLI, and the step of an action. */
export { main } from './cli.ts';

/** Runs the action of that name as a step of GitHub Actions. */
export async function step(name: string): Promise<void> {
  // Imported late: the toolkit of GitHub Actions loads slowly, and the CLI does not need it.
  const { runStep } = await import('./toolkit/actions.ts');
  await runStep(await loadAction(name));
}
