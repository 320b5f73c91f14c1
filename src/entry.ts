import { loadAction } from './actions/all.ts';
import { runStep } from './toolkit/actions.ts';

/** What the bundle offers to the stubs in dist/: the command line, and the step of an action. */
export { main } from './cli.ts';

/** Runs the action of that name as a step of GitHub Actions. */
export async function step(name: string): Promise<void> {
  await runStep(await loadAction(name));
}
