/**
 * Copies everything that a caller of this repository needs, with `uses: $/x` rewritten to `owner/name/x@ref`, and without syntax and
 * versions of actions that only github.com supports.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/toolkit/errors.ts';

const root = resolve(import.meta.dirname, '..');

const usage = `usage: scripts/render --repository OWNER/NAME --ref REF FOLDER

  writes workflows, actions and dist into FOLDER, rendered for servers and runners that do not support \`$/\`.
  Commit them as REF of OWNER/NAME on the other server. For act: --local-repository OWNER/NAME@REF=FOLDER`;

export interface Place {
  /** `owner/name`. */
  repository: string;
  /** A branch, tag or commit. */
  ref: string;
}

/** The last versions of the artifact actions that run on GitHub Enterprise Server: later ones refuse it. */
const ARTIFACT_ACTIONS = {
  'upload-artifact': 'c24449f33cd45d4826c6702db7e49f7cdb9b551d # v3.2.1-node20',
  'download-artifact': 'ad191675b41f6a5b46da9a048cb6893812da158b # v3.1.0-node20',
} as const;

/** The files that callers need. Workflows and actions among them are rewritten. */
const PARTS = ['.github/workflows', '.github/actions', 'actions', 'action.yml', 'dist', 'LICENSE'];

/**
 * Rewrites the text of a workflow or an action.yml. Works on lines, to keep comments and order.
 * @throws UserError for an invalid repository or ref.
 */
export function render(text: string, { repository, ref }: Place): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UserError(`"${repository}" is not a repository`, 'write owner/name');
  if (!/^[\w][\w./-]*$/.test(ref))
    throw new UserError(`"${ref}" is not a ref`, 'write a branch, tag or commit');
  return text
    .replace(/^(\s*(?:- )?uses: )\$\/(\S*)/gm, (_, before: string, path: string) => {
      const place = path === '' ? repository : `${repository}/${path}`;
      return `${before}${place}@${ref}`;
    })
    .replace(
      /^(\s*(?:- )?uses: actions\/)((?:upload|download)-artifact)@.*$/gm,
      (_, before: string, name: keyof typeof ARTIFACT_ACTIONS) =>
        `${before}${name}@${ARTIFACT_ACTIONS[name]}`,
    )
    .replace(/^\s*queue: max\n/gm, '')
    .replace(/^(\s*concurrency: \{.*), queue: max\b/gm, '$1');
}

/** Copies the rendered files into a folder. */
export function renderInto(folder: string, place: Place, from: string = root): void {
  for (const part of PARTS) {
    cpSync(join(from, part), join(folder, part), { recursive: true, filter: path => !path.endsWith('.map') });
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(each => /\.ya?ml$/.test(each) && !each.startsWith('dist/'))) {
    const path = join(folder, file);
    writeFileSync(path, render(readFileSync(path, 'utf8'), place));
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: {
      repository: { type: 'string' },
      ref: { type: 'string' },
      help: { type: 'boolean', default: false, short: 'h' },
    },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (values.help || folder === undefined || more.length > 0) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    try {
      const target = resolve(folder);
      mkdirSync(dirname(target), { recursive: true });
      renderInto(target, { repository: values.repository ?? '', ref: values.ref ?? '' });
      console.log(`wrote ${folder}`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      console.error(error.sentence);
      process.exitCode = 1;
    }
  }
}
