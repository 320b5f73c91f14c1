import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { differences } from '../../src/plan/difference.ts';
import { wording } from '../wording.ts';

const deployment = (container: object, rest: object = {}): KubeObject =>
  ({
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ name: 'shop', ...container }] } } },
    ...rest,
  }) as KubeObject;
const at = 'spec.template.spec.containers[shop]';

describe('the difference of two objects', () => {
  it('names the field, with items of lists by their names', () => {
    const before = deployment({
      image: 'a:1',
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    });
    const after = deployment({ image: 'a:2', env: [{ name: 'B', value: '2' }], args: ['--x'] });
    expect(differences(before, after)).toEqual([
      { path: `${at}.args[0]`, after: '"--x"' },
      { path: `${at}.env[A].name`, before: '"A"' },
      { path: `${at}.env[A].value`, before: '"1"' },
      { path: `${at}.image`, before: '"a:1"', after: '"a:2"' },
    ]);
  });

  it('leaves out what the server writes, and our own marks', () => {
    const noisy = (n: number) =>
      ({
        kind: 'Deployment',
        metadata: {
          uid: `${n}`,
          resourceVersion: `${n}`,
          generation: n,
          creationTimestamp: `${n}`,
          managedFields: [{ manager: `${n}` }],
          annotations: {
            'slipway.dev/release': `${n}`,
            'deployment.kubernetes.io/revision': `${n}`,
            'kubectl.kubernetes.io/last-applied-configuration': `{"secret":${n}}`,
          },
        },
        status: { replicas: n },
      }) as unknown as KubeObject;
    expect(differences(noisy(1), noisy(2))).toEqual([]);
  });

  it('leaves out what is ignored', () => {
    const scaled = (replicas: number) => ({ kind: 'Deployment', spec: { replicas } }) as KubeObject;
    expect(differences(scaled(1), scaled(2))).toHaveLength(1);
    expect(differences(scaled(1), scaled(2), ['spec.replicas'])).toEqual([]);
  });

  it('never shows the value of a Secret, only which keys change', () => {
    const secret = (data: object, more: object = {}) => ({ kind: 'Secret', data, ...more }) as KubeObject;
    const found = differences(
      secret({ kept: 'czNjcjN0', changed: 'czNjcjN0', gone: 'czNjcjN0' }),
      secret(
        { kept: 'czNjcjN0', changed: 'b3RoZXI=', 'new.key': 'b3RoZXI=' },
        { stringData: { more: 'plain' } },
      ),
    );
    expect(found).toEqual([
      { path: 'data.changed', before: wording(), after: wording() },
      { path: 'data.gone', before: wording() },
      { path: 'data["new.key"]', after: wording() },
      { path: 'stringData.more', after: wording() },
    ]);
  });

  it.each([
    [deployment({ env: [{ name: 'DB_PASSWORD', value: 'x1' }] }), `${at}.env[DB_PASSWORD].value`],
    [deployment({ env: [{ name: 'API_KEY', value: 'x1' }] }), `${at}.env[API_KEY].value`],
    [{ kind: 'ConfigMap', data: { 'auth-token': 'x1' } } as KubeObject, 'data.auth-token'],
    [{ kind: 'ConfigMap', data: { 'secret.txt': 'x1' } } as KubeObject, 'data["secret.txt"]'],
    [
      { kind: 'ConfigMap', metadata: { annotations: { 'x/token': 'x1' } } },
      'metadata.annotations["x/token"]',
    ],
    [{ kind: 'ConfigMap', data: { 'app.pem': '-----BEGIN PRIVATE KEY-----\nx1' } }, 'data["app.pem"]'],
    [deployment({ env: [{ name: 'DB_URL', value: 'pg://a:x1@db' }] }), `${at}.env[DB_URL].value`],
    [deployment({ args: ['--password=x1'] }), `${at}.args[0]`],
    [deployment({ command: ['serve', '--db-password', 'x1'] }), `${at}.command[2]`],
    [
      deployment({
        env: [
          { name: 'TOKEN', value: 'x0' },
          { name: 'TOKEN', value: 'x1' },
        ],
      }),
      `${at}.env[1].value`,
    ],
  ])('does not show what has the name of a secret elsewhere either (%#)', (object, path) => {
    const value = differences(undefined, object).find(each => each.path === path);
    expect(value).toEqual({ path, after: wording() });
  });

  it('shortens long values and distinguishes empty lists and maps', () => {
    const data = (value: unknown) => ({ kind: 'ConfigMap', data: { value } }) as unknown as KubeObject;
    expect(differences(data('x'.repeat(1000)), data([]))).toEqual([
      { path: 'data.value', before: wording('1002'), after: '[]' },
    ]);
  });

  it('matches items of a list by index when names repeat', () => {
    const mounts = (...paths: string[]) =>
      deployment({ volumeMounts: paths.map(mountPath => ({ name: 'v', mountPath })) });
    expect(differences(mounts('/a', '/b'), mounts('/a'))).toEqual([
      { path: `${at}.volumeMounts[/b].mountPath`, before: '"/b"' },
      { path: `${at}.volumeMounts[/b].name`, before: '"v"' },
    ]);
  });
});
