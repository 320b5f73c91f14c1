import { describe, expect, it } from 'vitest';
import { Places } from '../../src/assess/places.ts';
import { configArguments, documentsFor, fromTrivy, judgeByTrivy } from '../../src/assess/trivy.ts';
import type { TrivyMisconfiguration } from '../../src/scan/report.ts';
import { files, noCluster, running, subject } from './shop.ts';

const good = subject(files(), running());
const places = new Places(new Map(Object.entries(files())));
const written = documentsFor(good);
const at = (kind: string, pod = false) =>
  written.findIndex(each => each.manifest.object.kind === kind && (each.pod !== undefined) === pod);
const lineIn = (index: number, text: string) =>
  written[index]!.text.split('\n').findIndex(line => line.includes(text)) + 1;

const found = (index: number, more: Partial<TrivyMisconfiguration> = {}, text = '- name: shop') =>
  [
    index,
    {
      ...{ ID: 'KSV-0014', Title: 'Root file system is not read-only', Severity: 'HIGH', Status: 'FAIL' },
      ...{ Message: "Container 'shop' should be read-only.", Resolution: 'Set it.' },
      CauseMetadata: { StartLine: lineIn(index, text) },
      ...more,
    },
  ] as const;

const judge = (list: ReturnType<typeof found>[], rules: Record<string, 'off' | 'info'> = {}) =>
  fromTrivy(good, rules, places, written, list);

describe('trivy', () => {
  it('leaves its rule unknown where it cannot be obtained, and hides no other', async () => {
    const env = { SLIPWAY_TOOLS: 'pinned', SLIPWAY_TOOL_MIRRORS: 'no URL' };
    const host = { env, signal: new AbortController().signal, report: () => undefined };
    expect(await judgeByTrivy(good, {}, places, host)).toEqual([
      expect.objectContaining({
        ...{ id: 'I5', rule: 'trivy', status: 'unknown', evidence: [] },
        ...{ what: expect.stringMatching(/^trivy could not be obtained: .*SLIPWAY_TOOL_MIRRORS/) },
      }),
    ]);
    const ended = { ...host, signal: AbortSignal.abort() };
    await expect(judgeByTrivy(good, {}, places, ended)).rejects.toThrow();
  });

  it('checks without a network, and gets no values of Secrets, ConfigMaps and running pods', () => {
    expect(configArguments('in', 'out')).toEqual(expect.arrayContaining(['--skip-check-update']));
    expect(written.some(({ manifest }) => ['Secret', 'ConfigMap'].includes(manifest.object.kind))).toBe(
      false,
    );
    expect(written.filter(({ pod }) => pod !== undefined)).toHaveLength(1);
    expect(written.at(-1)?.text).not.toContain('env:');
  });

  it('has its findings at the line of the file, by level and requirement', () => {
    expect(judge([found(at('Deployment'))])).toEqual([
      expect.objectContaining({
        ...{ id: 'I5', rule: 'KSV-0014', status: 'not-met', level: 'warning', object: 'Deployment/shop' },
        ...{ what: "Container 'shop' should be read-only", remedy: 'Set it' },
        place: { file: 'deploy/deployment.yaml', line: 42 },
      }),
    ]);
  });

  it('is left out where our rules know better, where it passes, and where slipway.yml turns it off', () => {
    const index = at('Deployment');
    const none = [found(index, { ID: 'KSV-0013' }), found(index, { Status: 'PASS' })];
    expect(judge(none).map(({ status }) => status)).toEqual(['met']);
    expect(judge([found(index)], { 'KSV-0014': 'off' }).map(({ status }) => status)).toEqual(['met']);
    expect(judge([found(index)], { 'KSV-0014': 'info' }).map(({ level }) => level)).toEqual(['info']);
  });

  it('says what only a running pod shows', () => {
    expect(judge([found(at('Deployment', true))])).toEqual([
      expect.objectContaining({
        status: 'not-met',
        remedy: 'release the manifests',
        object: 'Deployment/shop',
      }),
    ]);
  });

  it('is unknown for pods that could not be looked at', () => {
    const alone = subject(files(), noCluster());
    expect(
      fromTrivy(alone, {}, places, documentsFor(alone), []).map(({ status, what }) => [status, what]),
    ).toEqual([['unknown', 'the cluster was not queried']]);
  });
});
