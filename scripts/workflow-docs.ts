/** Generates the sections of docs/workflows.md from the workflows; the pages' other parts are written by hand. */
import {
  type Input,
  type Job,
  needsOf,
  ownPath,
  readWorkflow,
  examples as samples,
  textOfFile,
  workflows,
} from './workflow-files.ts';
import { notes } from './workflow-notes.ts';
import { sumOfJobs } from './workflow-permissions.ts';

const folder = '.github/workflows/';

/** The comment in each workflow that others may call. */
const contractLine = '# Contract: docs/workflows.md';

/** The order of the sections; a workflow that is not listed here comes last. */
const order = [
  'check',
  'build',
  'deploy',
  'pipeline',
  'rollback',
  'status',
  'alerts',
  'sweep',
  'monitor',
  'backup',
  'drill',
  'report',
  'code-scanning',
];

/** Example values of required inputs. */
const values: Readonly<Record<string, string>> = {
  environment: 'production',
  images: `\${{ needs.build.outputs.images }}`,
  reports: `\${{ needs.build.outputs.reports }}`,
  scenario: 'restore',
};

/** An input, secret or output as a row of a table. */
interface Entry {
  readonly name: string;
  readonly cells: readonly string[];
}

interface Contract {
  /** Such as `check.yml`. */
  readonly file: string;
  readonly summary: string;
  readonly jobs: readonly Entry[];
  /** The workflows that it calls. */
  readonly calls: readonly string[];
  readonly required: readonly string[];
  readonly inputs: readonly Entry[];
  readonly secrets: readonly Entry[];
  readonly outputs: readonly Entry[];
}

const parts = ['inputs', 'secrets', 'outputs'] as const;
type Part = (typeof parts)[number];
const heads = {
  inputs: ['input', 'default', 'meaning'],
  secrets: ['secret', 'meaning'],
  outputs: ['output', 'meaning'],
  jobs: ['job', 'after', 'permissions'],
} as const;

/** Returns the document with the section between `<!-- workflows -->` and `<!-- end -->` regenerated. */
export function workflowDocs(document = textOfFile('docs/workflows.md')): string {
  const contracts = contractsOf();
  const shared = {
    inputs: sharedOf(contracts, 'inputs'),
    secrets: sharedOf(contracts, 'secrets'),
    outputs: sharedOf(contracts, 'outputs'),
  };
  const text = [
    ...contracts.map(contract => sectionOf(contract, contracts, shared)),
    sharedSection(shared),
  ].join('\n');
  return document.replace(
    /(<!-- workflows -->\n)[\s\S]*?(<!-- end -->)/,
    (_, head, end) => `${head}${text}${end}`,
  );
}

type Shared = Record<Part, readonly Entry[]>;

/** Returns what the reusable workflows of this repository promise their callers. */
function contractsOf(): Contract[] {
  const named = workflows.map(path => path.slice(folder.length, -'.yml'.length));
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return named
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(name => {
      const path = `${folder}${name}.yml`;
      if (!textOfFile(path).includes(contractLine)) return [];
      const { on, jobs } = readWorkflow(path);
      const { inputs = {}, secrets = {}, outputs = {} } = on.workflow_call ?? {};
      const described = (entries: Record<string, { description?: string }>) =>
        Object.entries(entries).map(([key, { description = '' }]) => ({ name: key, cells: [description] }));
      return [
        {
          file: `${name}.yml`,
          summary: summaryOf(path),
          jobs: Object.entries(jobs).map(([id, job]) => ({
            name: id,
            cells: [needsOf(job).join(', '), permissionsOf(job)],
          })),
          calls: Object.values(jobs).flatMap(({ uses = '' }) => ownPath(uses)?.slice(folder.length) ?? []),
          required: Object.keys(inputs).filter(key => inputs[key]?.required === true),
          inputs: Object.entries(inputs).map(([key, input]) => ({ name: key, cells: inputCells(input) })),
          secrets: described(secrets),
          outputs: described(outputs),
        },
      ];
    });
}

/** Returns the first sentence of a workflow, which says what it is for. */
function summaryOf(path: string): string {
  const lines = textOfFile(path).split('\n');
  const comment = lines.slice(
    0,
    lines.findIndex(line => !line.startsWith('#')),
  );
  const text = comment
    .filter(line => line !== contractLine)
    .map(line => line.slice(2))
    .join(' ');
  return /^.*?[.:](?= [A-Z]|$)/.exec(text)?.[0] ?? text;
}

/** Returns the default and the meaning of an input; the last sentence of a description may say the default. */
function inputCells({ description = '', required, default: preset }: Input): string[] {
  const [, meaning = description, said = ''] = /^(.*?) Default: (.*)\.$/s.exec(description) ?? [];
  if (required === true) return ['**required**', description];
  const written = preset === undefined || preset === '' ? '' : `\`${String(preset)}\``;
  return written === '' ? [said, meaning] : [written, description];
}

/** Returns the entries that at least three workflows have alike. */
function sharedOf(contracts: readonly Contract[], part: Part): Entry[] {
  const all = contracts.flatMap(contract => contract[part]);
  const different = [...new Map(all.map(entry => [keyOf(entry), entry])).values()];
  const uses = (entry: Entry) => all.filter(other => keyOf(other) === keyOf(entry)).length;
  const most = (entry: Entry) =>
    Math.max(...different.filter(({ name }) => name === entry.name).map(uses)) === uses(entry);
  return different.filter(entry => uses(entry) >= 3 && most(entry));
}

const keyOf = ({ name, cells }: Entry) => JSON.stringify([name, cells]);

function sectionOf(contract: Contract, contracts: readonly Contract[], shared: Shared): string {
  const { file, summary, jobs } = contract;
  const wrappers = samples.filter(path => textOfFile(path).includes(`workflows/${file}@`));
  const links = wrappers.map(path => `[${path.split('/').at(-1)}](../${path})`).join(', ');
  return [
    `## ${file}\n`,
    `${summary}${links === '' ? '' : ` To copy: ${links}.`}\n`,
    ...(notes[file] === undefined ? [] : [`${notes[file]}\n`]),
    exampleOf(contract),
    ...parts.flatMap(part => partOf(part, contract, contracts, shared)),
    table(heads.jobs, jobs),
  ].join('\n');
}

function exampleOf({ file, required }: Contract): string {
  const permissions = Object.entries(sumOfJobs(`${folder}${file}`)).map(
    ([scope, level]) => `  ${scope}: ${level}`,
  );
  const inputs = required.map(name => `  ${name}: ${values[name] ?? 'value'}`);
  return `\`\`\`yaml
permissions:
${permissions.join('\n')}
uses: slipway/slipway/.github/workflows/${file}@<full commit SHA> # vX.Y.Z
${inputs.length === 0 ? '' : `with:\n${inputs.join('\n')}\n`}\`\`\`
`;
}

/** Returns the table of what only this workflow has, and the names of what others have alike. */
function partOf(part: Part, contract: Contract, contracts: readonly Contract[], shared: Shared): string[] {
  const called = contracts.filter(({ file }) => contract.calls.includes(file));
  const places = [
    { link: '[Shared](#shared)', entries: shared[part] },
    ...called.map(({ file, [part]: entries }) => ({ link: `[${file}](#${anchorOf(file)})`, entries })),
  ];
  const placeOf = (entry: Entry) =>
    places.find(({ entries }) => entries.some(other => keyOf(other) === keyOf(entry)));
  const own = contract[part].filter(entry => placeOf(entry) === undefined);
  const elsewhere = places.flatMap(place => {
    const names = contract[part].filter(entry => placeOf(entry) === place).map(({ name }) => `\`${name}\``);
    return names.length === 0 ? [] : [`${place.link} ${part}: ${names.join(', ')}.\n`];
  });
  return [...(own.length === 0 ? [] : [table(heads[part], own)]), ...elsewhere];
}

const anchorOf = (file: string) => file.replaceAll('.', '');

function sharedSection(shared: Shared): string {
  return ['## Shared\n', ...parts.map(part => table(heads[part], shared[part]))].join('\n');
}

function table(head: readonly string[], entries: readonly Entry[]): string {
  const rows = entries.map(({ name, cells }) =>
    [`\`${name}\``, ...cells].map(cell => cell.replaceAll('|', '\\|')),
  );
  return `${[head, head.map(() => '-'), ...rows].map(cells => `|${cells.join('|')}|`).join('\n')}\n`;
}

function permissionsOf(job: Job): string {
  const list = Object.entries(job.permissions ?? {}).map(([scope, level]) => `${scope}: ${level}`);
  return list.length === 0 ? 'none' : list.join(', ');
}
