import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { main } from '../../src/cli.ts';
import { chart, folderWith } from '../cluster/charts.ts';
import { wording } from '../wording.ts';
import { captureOutput } from './said.ts';

/** The objects of a chart as Helm prints them: a Deployment, a hook before each release, and a test. */
const rendered = `---
# Source: shop/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, labels: {app.kubernetes.io/managed-by: Helm}}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: shop, image: ghcr.io/acme/shop}]}
---
# Source: shop/templates/migrate.yaml
apiVersion: batch/v1
kind: Job
metadata: {name: migrate, annotations: {helm.sh/hook: 'pre-install,pre-upgrade'}}
spec: {template: {spec: {containers: [{name: a, image: ghcr.io/acme/shop}], restartPolicy: Never}}}
---
# Source: shop/templates/tests/connection.yaml
apiVersion: v1
kind: Pod
metadata: {name: connection, annotations: {helm.sh/hook: test}}
spec: {containers: [{name: a, image: busybox}]}
`;

const slipway = `app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production:
    namespace: shop
    manifests: [{helm: charts/shop, set: {a: b}}]
    workload: Deployment/shop
`;

const path = process.env.PATH;
let root: string;
let said: () => string;
beforeEach(async () => {
  root = await folderWith({
    ...{ ...chart, 'slipway.yml': slipway, rendered, Dockerfile: 'FROM scratch\n' },
    'bin/helm': `#!/bin/sh\nif [ "$1" = version ]; then echo v4.3.0; else cat "$(dirname "$0")/../rendered"; fi\n`,
  });
  process.env.PATH = `${join(root, 'bin')}:${path}`;
  said = captureOutput();
});
afterEach(() => {
  process.env.PATH = path;
  vi.restoreAllMocks();
});

const line = (part: string) =>
  said()
    .split('\n')
    .find(each => each.includes(part));

it('plan validates a chart, and says what becomes of its hooks', async () => {
  expect(await main(['plan', '--config', join(root, 'slipway.yml')])).toBe(0);
  expect(line('Job/migrate')).toEqual(wording('production', 'pre hook'));
  expect(line('Pod/connection')).toEqual(wording('production', 'left out'));
});

it('plan warns of values that a chart makes up at each rendering', async () => {
  const secret = `echo '---'; echo '# Source: shop/templates/secret.yaml'
    echo "{apiVersion: v1, kind: Secret, metadata: {name: made-up}, stringData: {password: hunter$$}}"
    echo '---'; echo '# Source: shop/templates/other.yaml'
    echo "{apiVersion: v1, kind: Secret, metadata: {name: fixed}, stringData: {a: b}}"`;
  const helm = `#!/bin/sh\nif [ "$1" = version ]; then echo v4.3.0; exit; fi\ncat "$(dirname "$0")/../rendered"\n`;
  writeFileSync(join(root, 'bin/helm'), `${helm}${secret}\n`);
  expect(await main(['plan', '--config', join(root, 'slipway.yml')])).toBe(0);
  expect(line('Secret/made-up')).toEqual(wording('production', 'warning', 'charts/shop'));
  // Only the assessment says that it is plain.
  expect(said()).not.toMatch(/Secret\/fixed(?!.*secret-plain)/);
  expect(said()).not.toContain('hunter');
});

it('plan renders a chart without a Secret once', async () => {
  const helm = `#!/bin/sh\nif [ "$1" = version ]; then echo v4.3.0; exit; fi\necho x >> "$(dirname "$0")/runs"; cat "$(dirname "$0")/../rendered"\n`;
  writeFileSync(join(root, 'bin/helm'), helm);
  expect(await main(['plan', '--config', join(root, 'slipway.yml')])).toBe(0);
  expect(readFileSync(join(root, 'bin/runs'), 'utf8')).toBe('x\n');
});

it('rbac grants the permissions that the hook of a chart needs', async () => {
  const file = join(root, 'roles.yaml');
  const args = ['--environment', 'production', '--config', join(root, 'slipway.yml'), '--file', file];
  expect(await main(['rbac', ...args])).toBe(0);
  const rules = parseAllDocuments(readFileSync(file, 'utf8')).flatMap(
    document => (document.toJS() as { rules?: { resources: string[]; verbs: string[] }[] }).rules ?? [],
  );
  expect(rules.find(({ resources }) => resources.includes('jobs'))?.verbs).toEqual(
    expect.arrayContaining(['create', 'delete', 'get']),
  );
});
