/** Generates the tables of docs/workflows.md from the workflows; the prose around them is written by hand. */
import { type Job, readWorkflow, textOfFile } from './workflow-files.ts';
import { sumOfJobs } from './workflow-permissions.ts';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const cell = (text: string) => text.replaceAll('|', '\\|');

/** Returns the document with every section between `<!-- name.yml -->` and `<!-- end -->` regenerated. */
export function workflowDocs(document = textOfFile('docs/workflows.md')): string {
  return document.replace(
    /(<!-- ([\w-]+\.yml) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, head: string, file: string, end: string) => `${head}${contractOf(`.github/workflows/${file}`)}${end}`,
  );
}

/** Returns the permissions, jobs, inputs, secrets and outputs of a workflow as Markdown. */
function contractOf(path: string): string {
  const workflow = readWorkflow(path);
  const { inputs = {}, secrets = {}, outputs = {} } = workflow.on.workflow_call ?? {};
  return [
    `The caller grants exactly:\n\n\`\`\`yaml\npermissions:\n${rights(path)}\n\`\`\`\n`,
    table(
      ['job', 'needs', 'runs if', 'permissions'],
      Object.entries(workflow.jobs).map(([id, job]) => [
        `\`${id}\``,
        after(job),
        condition(job),
        rightsOf(job),
      ]),
    ),
    table(
      ['input', 'meaning', 'default'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.description ?? '',
        input.required === true ? 'required' : input.default === '' ? '' : `\`${String(input.default)}\``,
      ]),
    ),
    table(['secret', 'meaning'], described(secrets)),
    table(['output', 'meaning'], described(outputs)),
  ]
    .filter(part => part !== '')
    .join('\n');
}

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  return `${[head, head.map(() => '---'), ...rows.map(cells => cells.map(cell))].map(row).join('\n')}\n`;
}

const described = (entries: Record<string, { description?: string }>) =>
  Object.entries(entries).map(([name, { description }]) => [`\`${name}\``, description ?? '']);

const rights = (path: string) =>
  Object.entries(sumOfJobs(path))
    .map(([scope, level]) => `  ${scope}: ${level}`)
    .join('\n');

const after = ({ needs }: Job) => [needs ?? []].flat().join(', ');

function condition(job: Job): string {
  return job.if === undefined ? (job.needs === undefined ? '' : 'they succeeded') : `\`${String(job.if)}\``;
}

function rightsOf(job: Job): string {
  const list = Object.entries(job.permissions ?? {}).map(([scope, level]) => `${scope}: ${level}`);
  return list.length === 0 ? 'none' : list.join(', ');
}
