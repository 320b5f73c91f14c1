import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptExceptions,
  assessmentNotes,
  failureSentence,
  findingsIn,
  worstFirst,
} from '../../src/assess/assessment.ts';
import { judgeManifests } from '../../src/assess/judge.ts';
import { manifestRules } from '../../src/assess/manifests/rules.ts';
import { Places, pathAtLine } from '../../src/assess/places.ts';
import { requirementIds, sectionOf } from '../../src/assess/requirement.ts';
import { assessRules } from '../../src/config/assess.ts';
import { assessLines, assessSummary, worstLines } from '../../src/report/assess.ts';
import type { Loose } from './evidence.ts';
import {
  changed,
  files,
  judged,
  manifestsIn,
  noCluster,
  running,
  runningWith,
  short,
  subject,
} from './shop.ts';

describe('the requirements', () => {
  it('are the 112 of the guide', () => {
    expect(requirementIds.length).toBe(112);
    const counts = Object.groupBy(requirementIds, id => id[0] as string);
    expect(Object.fromEntries(Object.entries(counts).map(([letter, ids]) => [letter, ids?.length]))).toEqual({
      ...{ Z: 9, A: 7, I: 10, K: 8, H: 9, P: 11, S: 11, M: 12, D: 18, C: 17 },
    });
    expect(sectionOf('H1')).toBe('High availability');
  });
});

describe('the sample shop', () => {
  it('meets every rule in a cluster that holds it', () => {
    expect(short(judged())).toEqual([]);
    expect(judged().filter(({ status }) => status === 'unknown')).toEqual([]);
  });

  it('is met only by evidence of the cluster', () => {
    for (const { status, evidence, rule } of judged())
      expect([rule, evidence.length > 0]).toEqual([rule, status === 'met']);
  });

  it('is unknown without a cluster, with the reason, and never met', () => {
    const all = judged(files(), noCluster());
    expect(short(all)).toEqual([]);
    expect(all.filter(({ status }) => status === 'met')).toEqual([]);
    const unknown = all.filter(({ status }) => status === 'unknown');
    expect(new Set(unknown.map(({ what }) => what))).toEqual(new Set(['the cluster was not queried']));
  });

  it.each(Object.keys(running()))('is unknown in the part that may not be read: %s', part => {
    const why = { known: false as const, why: `the credential is not allowed to list ${part}` };
    const all = judged(files(), { ...running(), [part]: why });
    expect(short(all)).toEqual([]);
    expect(all.filter(({ status }) => status === 'unknown').map(({ what }) => what)).toContain(why.why);
  });
});

describe('judgeManifests', () => {
  it('takes an empty field for one that is absent', () => {
    const container = 'spec.template.spec.containers.0';
    const fields = {
      Deployment: [
        ...['env', 'envFrom', 'resources', 'ports', 'livenessProbe'].map(each => `${container}.${each}`),
        ...['spec.template.spec.volumes', 'spec.template.metadata.labels', 'spec.selector', 'spec.strategy'],
      ],
      Service: ['spec.selector', 'spec.ports'],
      PodDisruptionBudget: ['spec.selector'],
    };
    const without = (kind: string, path: string, isEmpty: boolean) => {
      const manifests = structuredClone(manifestsIn(files()));
      const worker = structuredClone(manifests.find(({ object }) => object.kind === 'Deployment')!);
      Object.assign(worker, { name: 'worker' });
      const at = manifests.find(({ object }) => object.kind === kind)?.object;
      const keys = path.split('.');
      const last = keys.slice(0, -1).reduce((inside: Loose, key) => inside[key], at);
      if (isEmpty) last[keys.at(-1) as string] = null;
      else delete last[keys.at(-1) as string];
      return judged(files(), running(), { manifests: [...manifests, worker] });
    };
    for (const [kind, paths] of Object.entries(fields))
      for (const path of paths) expect(without(kind, path, true), path).toEqual(without(kind, path, false));
  });

  it('has a result of every rule', () => {
    expect(new Set(judged().map(({ rule }) => rule))).toEqual(new Set(Object.keys(assessRules)));
    expect(new Set(manifestRules.map(({ rule }) => rule))).toEqual(new Set(Object.keys(assessRules)));
  });

  it('uses the levels of slipway.yml', () => {
    const all = changed(files(), 'autoscaler.yaml', 'minReplicas: 6', 'minReplicas: 3');
    const at = (level: 'off' | 'error') =>
      judgeManifests(subject(all, running()), { 'zone-replicas': level }, new Places(new Map())).filter(
        ({ rule }) => rule === 'zone-replicas',
      );
    expect(at('off')).toEqual([]);
    expect(at('error').map(({ level }) => level)).toEqual(['error']);
  });

  it('asks for no zones where one is enough', () => {
    const all = changed(files(), 'autoscaler.yaml', 'minReplicas: 6', 'minReplicas: 2');
    expect(short(judged(all, running(), { zones: 1 })).map(({ rule }) => rule)).toEqual([
      'disruption-blocked',
    ]);
  });

  it('says that a running pod is older than the manifests', () => {
    const pods = running().pods;
    const old = (pods.known ? pods.value : []).map(each => ({
      ...each,
      spec: { ...each.spec, containers: each.spec?.containers.map(({ lifecycle: _, ...rest }) => rest) },
    }));
    const [found] = short(judged(files(), runningWith({ pods: old })));
    expect([found?.rule, found?.remedy, found?.place]).toEqual([
      'pre-stop-hook',
      'release the manifests',
      undefined,
    ]);
  });

  it('ignores containers that others inject into pods', () => {
    const pods = running().pods;
    const injected = (pods.known ? pods.value : []).map(each => ({
      ...each,
      spec: {
        ...each.spec,
        containers: [...(each.spec?.containers ?? []), { name: 'proxy', image: 'proxy' }],
      },
    }));
    expect(short(judged(files(), runningWith({ pods: injected })))).toEqual([]);
  });

  it('asks no database for more copies of itself', () => {
    const database = `apiVersion: apps/v1
kind: Deployment
metadata: { name: db }
spec:
  strategy: { type: Recreate }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      automountServiceAccountToken: false
      containers: [{ name: db, image: "IMAGE", resources: { requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi } } }]
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { selector: { app: db } }
`;
    const rules = (image: string) =>
      short(judged({ ...files(), 'deploy/db.yaml': database.replace('IMAGE', image) }, noCluster())).map(
        ({ rule }) => rule,
      );
    for (const image of ['postgres:17.2', 'docker.io/bitnami/redis:8.1', 'ghcr.io/acme/mysql@sha256:1'])
      expect(rules(image)).toEqual(['probe-readiness', 'probe-liveness']);
    expect(rules('ghcr.io/acme/postgrest:13')).toEqual(
      expect.arrayContaining(['zone-replicas', 'pre-stop-hook', 'update-downtime', 'autoscaler-missing']),
    );
  });

  it('gives no result for a field of another type, instead of a crash', () => {
    const all = changed(files(), 'deployment.yaml', /limits: \{ memory: 128Mi \}/, 'limits: 3');
    expect(() => judged(all)).not.toThrow();
    const broken = changed(
      files(),
      'deployment.yaml',
      / {10}env:\n/,
      '          env: none\n          other:\n',
    );
    expect(
      judged(broken).some(({ status, what }) => status === 'unknown' && what.includes('the wrong type')),
    ).toBe(true);
  });

  it('names no line in rendered charts', () => {
    const all = changed(files(), 'autoscaler.yaml', 'minReplicas: 6', 'minReplicas: 3');
    const [found] = findingsIn(judgeManifests(subject(all, running()), {}, new Places(new Map())));
    expect(found?.place).toEqual({ file: 'deploy/autoscaler.yaml' });
  });

  it('finds the guide’s own example wanting', () => {
    const guide = `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  replicas: 3
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } }
  template:
    spec:
      containers:
        - name: openhands
          image: ghcr.io/openhands/openhands:latest
          resources: { requests: { memory: 512Mi, cpu: 250m }, limits: { memory: 1Gi, cpu: 500m } }
`;
    const rules = short(judged({ 'guide.yaml': guide }, noCluster())).map(({ rule, what }) => [rule, what]);
    expect(rules).toContainEqual([
      'workload-invalid',
      'Deployment/shop has no spec.selector, so the API server refuses it',
    ]);
    expect(rules).toContainEqual([
      'workload-invalid',
      'Deployment/shop has no spec.template.metadata.labels, so the API server refuses it',
    ]);
    expect(rules.map(([rule]) => rule)).toEqual(
      expect.arrayContaining(['image-floating', 'probe-readiness', 'probe-liveness', 'zone-replicas']),
    );
    expect(rules.map(([rule]) => rule)).not.toContain('resource-memory');
  });
});

describe('homes of secrets', () => {
  const env = (line: string) =>
    changed(files(), 'deployment.yaml', '          env:\n', `          env:\n            - ${line}\n`);

  it.each([
    '{ name: DATABASE_URL, valueFrom: { secretKeyRef: { name: shop, key: url } } }',
    '{ name: DATABASE_URL, value: "postgres://db/shop" }',
    '{ name: DATABASE_URL, value: "postgres://shop:$(DB_PASS)@db/shop" }',
    '{ name: DB_PASSWORD, value: $(OTHER) }',
    '{ name: TOKEN_FILE, value: /run/secrets/token }',
    '{ name: SECRET_KEY, value: "" }',
    '{ name: TOKEN_URL, value: "https://login.example/token" }',
    '{ name: API_TOKEN_ENABLED, value: "true" }',
    '{ name: MAX_TOKENS, value: "4096" }',
  ])('holds no secret: %s', line => {
    expect(short(judged(env(line))).filter(({ id }) => id === 'K7')).toEqual([]);
  });

  it.each([
    'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: more }\nspec: {}\n',
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: more }\nspec: { encryptedData: { key: AgBy } }\n',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: more }\ndata: { key: "ENC[AES256_GCM,data:x]" }\nsops: { mac: "ENC[AES256_GCM,data:x]", encrypted_regex: ^data$ }\n',
  ])('is a home: %s', text => {
    const found = short(judged({ ...files(), 'deploy/more.yaml': text }));
    expect(found.filter(({ rule }) => rule.startsWith('secret'))).toEqual([]);
  });
});

describe('exceptions', () => {
  const all = judged(
    changed(files(), 'config.yaml', '  GREETING:', '  PAYMENT_TOKEN: hunter2hunter2\n  GREETING:'),
  );
  const exception = { rule: 'variable-high', owner: 'team', reason: 'it is public', expires: '2027-01-31' };
  const at = (day: string) => new Date(`${day}T12:00:00Z`);

  it('accept a finding until their day', () => {
    expect(failureSentence(all)).toContain('deploy/config.yaml:9');
    expect(failureSentence(acceptExceptions(all, [exception], at('2027-01-30')))).toBeUndefined();
    const expired = acceptExceptions(all, [exception], at('2027-01-31'));
    expect(findingsIn(expired).map(({ note }) => note)).toEqual([
      'the exception by team expired on 2027-01-31',
    ]);
  });

  it('concern one object', () => {
    const other = { ...exception, object: 'ConfigMap/other' };
    expect(findingsIn(acceptExceptions(all, [other], at('2026-12-01')))).toHaveLength(1);
    expect(assessmentNotes(all, [other], at('2026-12-01'))).toEqual([
      'the exception to variable-high by team matches no finding; remove it from slipway.yml',
    ]);
    expect(assessmentNotes(all, [exception], at('2027-01-20'))[0]).toContain('expires on 2027-01-31');
  });
});

describe('places', () => {
  it('find each field again on the line that it was found on', () => {
    const all = files();
    const places = new Places(new Map(Object.entries(all)));
    const text = all['deploy/deployment.yaml'] as string;
    const manifest = subject(all, noCluster()).workloads[0]?.manifest;
    const written = text
      .split('\n')
      .flatMap((line, index) => (/^\s*([\w-]+:|- )/.test(line) ? [index + 1] : []));
    fc.assert(
      fc.property(fc.constantFrom(...written), line => {
        const path = pathAtLine(text, line);
        expect(places.find(manifest!, path)).toEqual({ file: 'deploy/deployment.yaml', line });
      }),
    );
  });
});

describe('reports', () => {
  const all = judged(
    changed(
      files(),
      'deployment.yaml',
      '          env:\n',
      '          env:\n            - { name: DB_PASSWORD, value: hunter2hunter2 }\n',
    ),
    noCluster(),
  );
  const result = { assessments: all, notes: ['a note'] };

  it('show the level, the place, what is wrong and the remedy', () => {
    const page = assessSummary('assess', 'shop', 'production', result);
    expect(page).toContain('### ❌ Assessment: shop in production');
    expect(page).toMatch(/\| ❌ \| K7 \| deploy\/deployment\.yaml:49 \| [^|]+ \| [^|]+ \| variable-high \|/);
    expect(assessLines('assess', result).at(-1)).toContain('1 error, 0 warnings, 0 informational');
    expect(assessLines('assess', result)).toContainEqual(
      expect.stringContaining('unknown: the cluster was not queried [workload-invalid'),
    );
    expect(`${page}${assessLines('assess', result).join('\n')}`).not.toContain('hunter2');
  });

  it('show the worst in a plan, and nothing if there is none', () => {
    expect(worstLines(result.assessments, 'slipway assess')).toHaveLength(2);
    expect(worstLines(judged(), 'slipway assess')).toEqual([]);
  });

  it('sort by level, then by place', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
        expect(worstFirst(shuffled).map(({ level }) => level)).toEqual(
          worstFirst(all).map(({ level }) => level),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('docs/assess.md', () => {
  it('names every rule', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'assess.md'), 'utf8');
    expect(Object.keys(assessRules).filter(rule => !page.includes(`\`${rule}\``))).toEqual([]);
  });
});
