import { describe, expect, it } from 'vitest';
import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { Places } from '../../src/assess/places.ts';
import { documentsFor, fromTrivy } from '../../src/assess/trivy.ts';
import { parseManifests } from '../../src/cluster/manifests.ts';
import { assessLines, assessSummary, toAnnotate } from '../../src/report/assess.ts';
import type { TrivyMisconfiguration } from '../../src/scan/report.ts';
import { files, judged, noCluster, short, subject } from './shop.ts';

/** What was false, missing or said too often when manifests of public applications were assessed. */

const deployment = (name: string, container: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  ${more}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, ${container} }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} } }
`;

/** The findings about an object beside the shop. */
const about = (text: string, object: string, settings = {}) =>
  short(judged({ ...files(), 'deploy/more.yaml': text }, noCluster(), settings)).filter(
    each => each.object === object,
  );
const rulesAbout = (...of: Parameters<typeof about>) => about(...of).map(({ rule }) => rule);

describe('a database', () => {
  it.each(['acme/catalogue-db:0.3.0', 'acme/store:1'])('is known by its image or port: %s', image => {
    const found = rulesAbout(
      deployment(
        'store',
        `image: "${image}", ports: [{ containerPort: ${image.includes('db') ? 1 : 3306} }]`,
      ),
      'Deployment/store',
    );
    expect(found).toContain('probe-readiness');
    for (const rule of ['zone-replicas', 'zone-spread', 'pre-stop-hook', 'autoscaler-missing'])
      expect(found).not.toContain(rule);
  });
});

describe('the number of pods', () => {
  const web = (replicas: number) =>
    about(deployment('web', 'image: "a:1.2.3"', `replicas: ${replicas}`), 'Deployment/web').filter(
      ({ rule }) => rule.startsWith('zone-'),
    );

  it('is one finding for a single pod, which no constraint could spread', () => {
    expect(web(1).map(({ rule, level }) => [rule, level])).toEqual([['zone-replicas', 'warning']]);
  });

  it('is only noted where each zone has one, and no spread stays a warning', () => {
    expect(web(3).map(({ rule, level }) => [rule, level])).toEqual([
      ['zone-replicas', 'info'],
      ['zone-spread', 'warning'],
    ]);
  });

  it('is advised against a volume that one node can mount', () => {
    const text = `${deployment('web', 'image: "a:1.2.3"', 'strategy: { type: Recreate }').replace(
      'spec: { containers',
      'spec: { volumes: [{ name: d, persistentVolumeClaim: { claimName: data } }], containers',
    )}---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce] }
`;
    const remedies = (written: string) =>
      about(written, 'Deployment/web', { workload: { kind: 'Deployment', name: 'web' } })
        .filter(({ rule }) => ['zone-replicas', 'update-downtime', 'autoscaler-missing'].includes(rule))
        .map(({ remedy }) => remedy);
    for (const remedy of remedies(text)) expect(remedy).toContain('PersistentVolumeClaim/data');
    expect(remedies(text)).toHaveLength(2);
    expect(remedies(text.replace('ReadWriteOnce', 'ReadWriteMany'))).toHaveLength(3);
    for (const remedy of remedies(text.replace('ReadWriteOnce', 'ReadWriteMany')))
      expect(remedy).not.toContain('PersistentVolumeClaim/data');
  });
});

describe('equal probes', () => {
  const probe = (path: string, failures: number) =>
    `{ httpGet: { path: ${path}, port: 80 }, failureThreshold: ${failures} }`;
  const found = (path: string, failures: number) =>
    about(
      deployment(
        'web',
        `image: "a:1.2.3", readinessProbe: ${probe(path, 3)}, livenessProbe: ${probe(path, failures)}`,
      ),
      'Deployment/web',
    ).flatMap(({ rule, level }) => (rule === 'probe-same' ? [level] : []));

  it('are noted at the same pace, and left alone where the pod has time to recover', () => {
    expect(found('/healthz', 3)).toEqual(['info']);
    expect(found('/healthz', 5)).toEqual([]);
  });

  it('are a warning where both ask for readiness', () => {
    expect(found('/readyz', 5)).toEqual(['warning']);
  });
});

describe('containers', () => {
  it('with nothing but a port for metrics get no requests', () => {
    const text = deployment(
      'queue',
      'image: "a:1", ports: [{ name: web, containerPort: 80 }] }, { name: side, image: "b:1", ports: [{ name: exporter, containerPort: 9090 }]',
    );
    const probes = about(text, 'Deployment/queue').filter(({ rule }) => rule.startsWith('probe-'));
    expect(probes.map(({ what }) => what).join()).not.toContain('container side');
    expect(probes).toHaveLength(2);
  });

  it.each([
    ['redis:alpine', true],
    ['redis:8-alpine', false],
    ['redis:v2', false],
  ])('with the image %s may change: %s', (image, moves) => {
    expect(
      rulesAbout(deployment('web', `image: "${image}"`), 'Deployment/web').includes('image-floating'),
    ).toBe(moves);
  });
});

describe('a Secret of a chart', () => {
  const found = (data: string, source = 'deploy/templates/secret.yaml') =>
    short(
      judged({
        ...files(),
        [source]: `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: ${data}\n`,
      }),
    ).filter(({ rule }) => rule === 'secret-plain');

  it('with the default password of the chart is found, and a name alone is not', () => {
    expect(found('{ app-username: admin, app-password: changeme }')).toMatchObject([
      { what: 'Secret/s has a value from a chart' },
    ]);
    expect(found('{ db-username: nextcloud, db-password: "" }')).toEqual([]);
  });

  it('has a placeholder in a file of a repository, which its users fill in', () => {
    expect(found('{ app-password: changeme }', 'deploy/secret.yaml')).toEqual([]);
  });
});

describe('trivy', () => {
  const judge = (add: string, containers: readonly string[], ID = 'KSV-0022') => {
    const named = containers.map(
      name =>
        `{ name: ${name}, image: a, securityContext: { capabilities: { drop: [ALL], add: [${add}] } } }`,
    );
    const [manifest] = parseManifests(
      `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [${named.join(', ')}] }\n`,
      'web.yaml',
    );
    const of = subject({}, noCluster(), { manifests: [manifest!] });
    const found = containers.map(
      name =>
        [
          0,
          {
            ...{ ID, Title: 't', Severity: 'MEDIUM', Status: 'FAIL', Resolution: 'Do it.' },
            ...{ Message: `Container '${name}' of Pod 'web' should not do it`, CauseMetadata: {} },
          } as TrivyMisconfiguration,
        ] as const,
    );
    return short(fromTrivy(of, {}, new Places(new Map()), documentsFor(of), found));
  };

  it('may find a capability that every container may have, without a finding of ours', () => {
    expect(judge('NET_BIND_SERVICE, CHOWN', ['a'])).toEqual([]);
    expect(judge('NET_BIND_SERVICE, NET_ADMIN', ['a'])).toHaveLength(1);
  });

  it('has one finding for all containers of an object', () => {
    expect(judge('NET_ADMIN', ['a', 'b', 'c']).map(({ what }) => what)).toEqual([
      "Container 'a' of Pod 'web' should not do it (and 2 more places there)",
    ]);
  });
});

describe('findings of one cause', () => {
  const finding = (name: string, more = {}): RequirementAssessment => ({
    ...{ id: 'S5', status: 'not-met', level: 'warning', rule: 'token-mounted', evidence: [] },
    ...{ what: `Deployment/${name} has a token`, remedy: 'remove it', object: `Deployment/${name}` },
    place: { file: `${name}.yaml`, line: 3 },
    ...more,
  });
  const all = { assessments: ['a', 'b', 'c'].map(name => finding(name)), notes: [] };
  const also = 'also Deployment/b (b.yaml:3), Deployment/c (c.yaml:3)';

  it('are one annotation and one row, and are still counted', () => {
    expect(toAnnotate(all.assessments).map(({ what }) => what)).toEqual([
      `Deployment/a has a token; ${also}`,
    ]);
    expect(assessLines('assess', all)).toEqual([expect.stringContaining('3 warnings')]);
    expect(assessSummary('assess', 'shop', 'production', all).match(/token-mounted/g)).toHaveLength(1);
  });

  it('say which exception to them has expired', () => {
    const [annotated] = toAnnotate([finding('a', { note: 'the exception by ada expired on 2025-01-31' })]);
    expect(annotated?.what).toBe('Deployment/a has a token (the exception by ada expired on 2025-01-31)');
  });

  it('stay apart where the remedy or the level differs', () => {
    const other = [finding('a'), finding('b', { remedy: 'keep it' }), finding('c', { level: 'info' })];
    expect(toAnnotate(other)).toHaveLength(2);
    expect(assessLines('assess', { assessments: other, notes: [] })[0]).toMatch(/^info: c.yaml:3/);
  });
});
