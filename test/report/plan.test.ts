import { describe, expect, it } from 'vitest';
import { resources } from '../../src/cluster/resources.ts';
import type { Preview } from '../../src/plan/preview.ts';
import { nameOfPermission, type Permission } from '../../src/release/permissions/access.ts';
import { planLines, planSummary, validationSummary } from '../../src/report/plan.ts';
import { wording } from '../wording.ts';

const evil = '<img src=x> | next\n```\n::set-output::x ![x](https://evil.example/a.png)';
const grant = (permission: Permission, allowed: boolean) => ({
  permission,
  name: nameOfPermission(permission),
  allowed,
});
const preview = (changes: Partial<Preview> = {}): Preview => ({
  problems: [],
  changes: [
    {
      object: 'Deployment/shop',
      what: 'change',
      differences: [{ path: 'spec.replicas', before: '2', after: '3' }],
    },
    { object: 'Service/shop', what: 'same', differences: [] },
  ],
  baseline: 'A rollback would restore release 1 (verified).',
  images: [{ name: 'shop', reference: 'ghcr.io/acme/shop@sha256:1', from: 'given' }],
  signed: ['ghcr.io/acme/shop@sha256:1 is signed by the key cosign.pub, with SBOM'],
  limits: { type: 'RollingUpdate', replicas: 6, maxSurge: 2, maxUnavailable: 0, peak: 8 },
  deadline: 120_000,
  gaps: [{ gap: 'no checks', remedy: 'add some' }],
  grants: [
    grant({ verb: 'get', resource: resources.pod, subresource: 'log' }, true),
    grant({ verb: 'patch', resource: resources.deployment }, false),
    grant({ verb: 'get', resource: resources.deployment }, true),
  ],
  user: 'github:x',
  credential: 'the token does not expire',
  notes: ['a note'],
  ...changes,
});

describe('the summary of a plan', () => {
  it('lists changes, with the fields as a diff', () => {
    const text = planSummary('shop', 'production', preview());
    expect(text).toMatch(
      /^### ✅ Plan: shop → production\n\nA release would start: 0 to create, 1 to change, 1 unchanged\./,
    );
    expect(text).toContain('```diff\n# Deployment/shop\n- spec.replicas: 2\n+ spec.replicas: 3\n```\n');
    expect(text).toContain('| Deployment/shop | change | 1 |  |');
    expect(text.split('\n')).toContainEqual(wording('2', 'maxSurge', '8'));
    expect(text).toContain('| no checks | add some |');
    expect(text).toContain('| deployments.apps | get | patch |');
    expect(text).toContain('| pods/log | get |  |');
    expect(text.split('\n')).toContainEqual(wording('github:x', 'the token does not expire'));
  });

  it('lists the steps of a canary instead of the rolling update, and why a release rolls instead', () => {
    const said = [
      'Canary: 5 %, then 80 % for 15 min.',
      'A good candidate needs about 1,900 canary requests.',
    ];
    const canary = preview({ exposure: { kind: 'canary', said } });
    const text = planSummary('shop', 'production', canary);
    for (const sentence of said) expect(text).toContain(sentence);
    expect(text).not.toContain('maxSurge');
    expect(planLines('shop', 'production', canary)).toEqual(expect.arrayContaining(said));
    const rolls = preview({ exposure: { kind: 'rolling', said: ['Rolling instead of canary: it is new.'] } });
    const instead = planSummary('shop', 'production', rolls);
    expect(instead).toContain('Rolling instead of canary: it is new.');
    expect(instead).toContain('maxSurge');
  });

  it('names the proof for promotion, and nothing where none is required', () => {
    const promotion = 'It is promoted from release 12 of staging, which was verified there.';
    const proved = preview({ promotion });
    expect(planSummary('shop', 'production', proved)).toContain(`\n\n${promotion}\n\n`);
    expect(planLines('shop', 'production', proved)).toContain(promotion);
    const without = planSummary('shop', 'production', proved).replace(`\n\n${promotion}`, '');
    expect(planSummary('shop', 'production', preview())).toBe(without);
  });

  it('names a permission that is needed in another namespace', () => {
    const permission = {
      verb: 'get',
      resource: resources.service,
      subresource: 'proxy',
      elsewhere: { namespace: 'monitoring', name: 'prometheus:9090' },
    };
    const text = planSummary('shop', 'production', preview({ grants: [grant(permission, false)] }));
    expect(text).toContain('| services/proxy of monitoring/prometheus:9090 |  | get |');
  });

  it('begins with why the release would be refused', () => {
    const text = planSummary('shop', 'production', preview({ problems: ['one; fix it', 'two; fix it'] }));
    expect(text).toMatch(
      /^### ❌ .*\n\nA release would be \*\*refused\*\*:\n\n- one; fix it\n- two; fix it\n/,
    );
  });

  it('escapes untrusted text', () => {
    const text = planSummary(evil, evil, {
      ...preview({
        problems: [evil],
        notes: [evil],
        baseline: evil,
        user: evil,
        gaps: [{ gap: evil, remedy: evil }],
      }),
      changes: [
        {
          object: evil,
          what: 'change',
          note: evil,
          differences: [{ path: evil, before: evil, after: evil }],
        },
      ],
    });
    const outside = text.replace(/^(`{4,})diff\n[\s\S]*?\n\1$/m, '');
    expect(outside).not.toBe(text);
    expect(outside).not.toContain('<img');
    expect(outside).not.toContain('![x]');
    expect(outside).not.toContain('```');
  });

  it('stays readable with very many changes', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ path: `data.k${i}`, before: '1', after: '2' }));
    const changes = Array.from({ length: 40 }, (_, i) => ({
      object: `ConfigMap/c${i}`,
      what: 'change' as const,
      differences: many,
    }));
    const text = planSummary('shop', 'production', preview({ changes }));
    expect(text).toContain('# … 880 more lines');
    expect(text.split('\n').length).toBeLessThan(750);
  });
});

describe('the lines of a plan', () => {
  it('have the same content, the verdict last', () => {
    const lines = planLines('shop', 'production', preview());
    expect(lines).toContain('change Deployment/shop');
    expect(lines).toContain('  + spec.replicas: 3');
    expect(lines).toContainEqual(wording('patch deployments.apps'));
    expect(lines.at(-1)).toEqual(wording('0 to create', '1 to change', '1 unchanged'));
    expect(planLines('shop', 'production', preview({ problems: ['no; fix it'] })).slice(-2)).toEqual([
      wording('no; fix it'),
      'verdict: fail',
    ]);
  });
});

it('the summary of a validation names each environment and what is not covered there', () => {
  const text = validationSummary('shop', [
    { name: 'a', gaps: [] },
    { name: 'b', gaps: [{ gap: 'g', remedy: 'r' }] },
  ]);
  expect(text).toContain('#### a: not covered\n\nnothing found');
  expect(text).toContain('#### b: not covered\n\n| what | remedy |\n| --- | --- |\n| g | r |');
});
