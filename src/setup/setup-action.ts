import type { Repository } from './repository.ts';
import type { Language } from './stack.ts';
import type { FoundTests } from './tests.ts';
import workflows from './workflows.json' with { type: 'json' };

/** The action of a repository that installs the languages of its tests. Pure. */

/** The workflows of Slipway run it before the tests and before the builds. GitHub also reads `action.yaml`. */
const path = '.github/slipway/setup/action.yml';
const paths = [path, path.replace(/yml$/, 'yaml')];

/** What a repository needs for the languages of its tests. */
export interface LanguageSetup {
  /** The action to write, by its path; empty if the tests need none, or it exists. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a workflow with the one step must run the action first. */
  readonly isUsed: boolean;
}

/**
 * Returns the action for these tests.
 * @param isCalled whether a workflow calls Slipway already. It would not run the action, so none is written.
 */
export function languageSetupFor(
  repository: Pick<Repository, 'paths' | 'prefix'>,
  tests: readonly FoundTests[],
  isCalled: boolean,
): LanguageSetup {
  const none = { files: new Map<string, string>(), isUsed: false };
  // Several applications of a repository would share it.
  const isShared = repository.prefix !== '' || repository.paths.some(each => each.endsWith('/slipway.yml'));
  if (isShared) return none;
  if (repository.paths.some(each => paths.includes(each))) return { ...none, isUsed: true };
  const newestFirst = tests
    .flatMap(({ language }) => language ?? [])
    .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
  const languages = [...Map.groupBy(newestFirst, ({ name }) => name).values()].flatMap(all => all[0] ?? []);
  return languages.length === 0 || isCalled
    ? none
    : { files: new Map([[path, actionFor(languages)]]), isUsed: true };
}

/** Returns the example with the steps of these languages only. */
function actionFor(languages: readonly Language[]): string {
  const [start = '', ...steps] = workflows['setup/action'].split(/(?=^ {4}- name: )/m);
  const head = start.replace(
    /^(#.*\n)+/,
    '# Written by slipway init. The workflows of Slipway run it before the tests and before the build, without secrets.\n',
  );
  const chosen = languages.flatMap(({ name, version }) =>
    steps
      .filter(step => step.startsWith(`    - name: Set up ${name}\n`))
      .map(step => step.replace(/-version: "[^"]+"/, `-version: "${version}"`)),
  );
  return head + chosen.join('');
}

/** Adds the action to a workflow with the one step. By `$/` it would need no checkout, but act and GitHub Enterprise Server lack that. */
export function withLanguageSetup(workflow: string): string {
  const [checkout = ''] = /actions\/checkout@\S+ # \S+/.exec(workflows.monorepo) ?? [];
  return workflow.replace(
    /^ {4}steps:\n/m,
    `$&      # The action is in this repository, so it needs a checkout.
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ./.github/slipway/setup
`,
  );
}
