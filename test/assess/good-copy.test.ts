import { describe, expect, it } from 'vitest';
import { textFor } from '../e2e/conformance/copy.ts';
import { configIn, goodFiles, judgedFiles } from './good.ts';
import { short } from './shop.ts';

/** The copy of the good application for a lab, whose names no fixture knows. */

const names = {
  namespace: 'e2e-conformance-ab12',
  architecture: 'arm64',
  buckets: { near: 'near-1', far: 'far-1', drill: 'drill-1' },
  uids: { lab: '11111111-2222-3333-4444-555555555555', production: '99999999-2222-3333-4444-555555555555' },
  recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
  scripts: { 'power.ts': '/t/power.ts', 'cutover.ts': '/t/cutover.ts', 'switchover.ts': '/t/switchover.ts' },
};
const copied = () =>
  Object.fromEntries(Object.entries(goodFiles()).map(([path, text]) => [path, textFor(path, text, names)]));

describe('the copy for a lab', () => {
  it('is as good as the application, with the names of the lab', () => {
    const files = copied();
    const { production } = configIn(files).environments;
    expect(production?.namespace).toBe(names.namespace);
    expect(production?.recovery?.drills?.inject.node?.run).toEqual(['node', '/t/power.ts', 'off']);
    expect(production?.recovery?.drills?.scratch?.namespace).toBe(`${names.namespace}-drill`);
    const left = Object.entries(files).flatMap(([path, text]) =>
      (text.match(/namespace: shop\b|[ :"]shop\.example|conformance-(near|far|drill)/g) ?? []).map(
        found => `${path}: ${found}`,
      ),
    );
    expect(left).toEqual([]);
    expect(short(judgedFiles(files))).toEqual([]);
  });

  it('is not made from a fixture that has changed', () => {
    const text = (goodFiles()['slipway.yml'] ?? '').replaceAll('conformance-drill', 'other');
    expect(() => textFor('slipway.yml', text, names)).toThrow('slipway.yml has no conformance-drill');
  });
});
