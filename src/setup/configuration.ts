import type { HelmChart } from '../cluster/helm.ts';
import type { NewDelivery } from './delivery.ts';
import { inFolder } from './next.ts';
import { scalar } from './quoting.ts';
import type { FoundTests } from './tests.ts';
import type { ChosenObjects, NamedImage } from './workloads.ts';

/** The text of a new slipway.yml. Pure. */

/** An image with what its build needs. */
export interface NewImage extends NamedImage {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly why: string;
}

/** What a new slipway.yml says; each `why` becomes a comment. */
export interface NewConfiguration {
  readonly app: string;
  readonly images: readonly NewImage[];
  readonly tests: readonly FoundTests[];
  readonly environment: string;
  readonly namespace: { readonly name: string; readonly why: string };
  /** Instead of the manifests, where a controller applies them. */
  readonly delivery?: NewDelivery | undefined;
  readonly manifests: { readonly entries: readonly (string | HelmChart)[]; readonly why: string };
  readonly chosen: ChosenObjects;
}

/** Returns the text of slipway.yml, with a comment for each choice. */
export function configurationText(configuration: NewConfiguration): string {
  const { app, images, tests, environment, namespace, delivery, manifests, chosen } = configuration;
  const { workload, workers, service, route, check } = chosen;
  const junit = tests.flatMap(({ folder, test: { junit: path } }) =>
    path === undefined ? [] : [folder === '.' ? path : `${folder}/${path}`],
  );
  const commands = tests.map(({ folder, test }) => inFolder(folder, test.run));
  const tested = [
    '# The tests that were found.',
    'test:',
    `  run: ${scalar(commands.join(' && '))}`,
    ...(junit.length === 0 ? [] : [`  junit: ${list(junit)}`]),
  ];
  const checks = check && [
    '    verify:',
    ...(check.from === undefined
      ? []
      : ['      # The route does not pass this path on.', `      from: ${check.from}`]),
    '      checks:',
    '        # The path of the readinessProbe. A status proves little: add `type`, `body` or `json`.',
    `        - { get: ${scalar(check.path)}, status: 200 }`,
  ];
  return [
    '# Written by slipway init. docs/configuration.md of Slipway has every key.',
    '# The name of the git remote, or of the folder.',
    `app: ${scalar(app)}`,
    'images:',
    ...images.flatMap(imageLines),
    ...(tests.length === 0 ? [] : tested),
    '# Base images always have findings without a fix. They would stop every release.',
    'scan: { fail-on: [critical], only-fixable: true }',
    'environments:',
    `  ${scalar(environment)}:`,
    `    # ${namespace.why}`,
    `    namespace: ${scalar(namespace.name)}`,
    ...(delivery === undefined
      ? [`    # ${manifests.why}`, ...manifestLines(manifests.entries)]
      : deliveryLines(delivery)),
    `    # ${chosen.why}`,
    `    workload: ${scalar(workload)}`,
    ...(workers.length === 0
      ? []
      : ['    # They run an image of this file, too.', `    workers: ${list(workers)}`]),
    ...(service === undefined
      ? []
      : ['    # It selects the pods of the workload.', `    service: ${scalar(service)}`]),
    ...(route === undefined
      ? []
      : ['    # It sends requests to the Service.', `    route: ${scalar(route)}`]),
    ...(checks ?? []),
    '',
  ].join('\n');
}

function deliveryLines({ branch, files, controller: { kind, fields }, why }: NewDelivery): string[] {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}: ${scalar(value)}`);
  return [
    `    # ${why} A release is a commit to it: docs/gitops.md of Slipway.`,
    '    delivery:',
    '      gitops:',
    ...(branch === 'main' ? [] : [`        branch: ${scalar(branch)}`]),
    `        files: ${list(files)}`,
    `        controller: { ${kind}: { ${pairs.join(', ')} } }`,
  ];
}

function manifestLines(entries: NewConfiguration['manifests']['entries']): string[] {
  if (entries.every(each => typeof each === 'string')) return [`    manifests: ${list(entries)}`];
  const lines = entries.flatMap(each =>
    typeof each === 'string'
      ? [`      - ${scalar(each)}`]
      : [
          `      - helm: ${scalar(each.helm)}`,
          ...(each.values === undefined ? [] : [`        values: ${list(each.values)}`]),
          ...(each.set === undefined ? [] : [`        set: ${JSON.stringify(each.set)}`]),
        ],
  );
  return ['    manifests:', ...lines];
}

function imageLines({ name, repository, context, dockerfile, target, args, why }: NewImage): string[] {
  const pairs = Object.entries(args).map(([key, value]) => `${key}: ${scalar(value)}`);
  const fields = [
    `repository: ${scalar(repository)}`,
    ...(context === '.' ? [] : [`context: ${scalar(context)}`]),
    ...(dockerfile === 'Dockerfile' ? [] : [`dockerfile: ${scalar(dockerfile)}`]),
    ...(target === undefined ? [] : [`target: ${scalar(target)}`]),
    ...(pairs.length === 0 ? [] : [`args: { ${pairs.join(', ')} }`]),
  ];
  return [`  # ${why}`, `  ${scalar(name)}: { ${fields.join(', ')} }`];
}

const list = (items: readonly string[]) => `[${items.map(scalar).join(', ')}]`;
