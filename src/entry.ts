import { loadAction } from './actions/all.ts';

/** What the bundle offers to the stubs in dist/: the command line, and the step of an action. */
export { main } from './cli.ts';

/** Runs the action of that name as a step of GitHub Actions. */
export async function step(name: string): Promise<void> {
  // The command line does without the toolkit of GitHub Actions, which takes a while to load.
  const { runStep } = await import('./toolkit/actions.ts');
  await runStep(await loadAction(name));
}
