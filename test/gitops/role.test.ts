import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/workflow-files.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { environmentOf } from '../../src/config/load.ts';
import type { Config } from '../../src/config/types.ts';
import { permissionsOfDelivery } from '../../src/gitops/permissions.ts';
import { nameOfPermission } from '../../src/release/permissions/access.ts';
import { traitsOf } from '../../src/workloads/kinds.ts';

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: string[];
}

/** The rules that the page shows. */
function rulesOfPage(): Rule[] {
  const text = readFileSync(join(root, 'docs/gitops.md'), 'utf8');
  const [, role = ''] = /```yaml\n(apiVersion: rbac[\s\S]*?)```/.exec(text) ?? [];
  return (parse(role) as { rules: Rule[] }).rules;
}

const grants = (rules: Rule[], { group, plural }: { group: string; plural: string }, verb: string) =>
  rules.some(
    ({ apiGroups, resources, verbs }) =>
      apiGroups.includes(group) && resources.includes(plural) && verbs.includes(verb),
  );

it('the Role in docs/gitops.md may read every kind that a release by Git looks at', () => {
  const rules = rulesOfPage();
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] as const) {
    const { resource, revisions } = traitsOf(kind);
    const needed = [[resource, 'get'] as const, ...(revisions ? [[revisions, 'list'] as const] : [])];
    for (const [each, verb] of needed) expect(grants(rules, each, verb), `${verb} ${each.plural}`).toBe(true);
  }
});

it('slipway rbac asks for no more than the page shows', () => {
  const { environments } = parseConfig(
    `app: shop
images: {shop: {repository: ghcr.io/acme/shop}}
environments:
  production:
    namespace: shop
    workload: Deployment/shop
    workers: [CronJob/report]
    service: shop
    delivery: {gitops: {files: [shop.yaml], controller: {flux: {helmrelease: shop}}}}
    verify: {checks: [{get: /ready}]}
`,
    'slipway.yml',
  );
  const needed = permissionsOfDelivery(environmentOf({ environments } as Config, 'production'));
  const rules = rulesOfPage();
  const more = needed.filter(({ resource: { group, plural }, subresource, verb }) => {
    const name = subresource === undefined ? plural : `${plural}/${subresource}`;
    return !grants(rules, { group, plural: name }, verb);
  });
  expect(more.map(nameOfPermission)).toEqual([
    'list nodes',
    'get helmreleases.helm.toolkit.fluxcd.io of flux-system/shop',
  ]);
  expect(needed.map(nameOfPermission)).toContain('get cronjobs.batch');
});
