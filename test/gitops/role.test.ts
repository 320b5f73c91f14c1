import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/workflow-files.ts';
import { traitsOf } from '../../src/workloads/kinds.ts';

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: string[];
}

it('the Role in docs/gitops.md may read every kind that a release by Git looks at', () => {
  const text = readFileSync(join(root, 'docs/gitops.md'), 'utf8');
  const [, role = ''] = /```yaml\n(apiVersion: rbac[\s\S]*?)```/.exec(text) ?? [];
  const { rules } = parse(role) as { rules: Rule[] };
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] as const) {
    const { resource, revisions } = traitsOf(kind);
    const needed = [[resource, 'get'] as const, ...(revisions ? [[revisions, 'list'] as const] : [])];
    for (const [{ group, plural }, verb] of needed)
      expect(
        rules.some(
          ({ apiGroups, resources, verbs }) =>
            apiGroups.includes(group) && resources.includes(plural) && verbs.includes(verb),
        ),
        `${verb} ${plural}`,
      ).toBe(true);
  }
});
