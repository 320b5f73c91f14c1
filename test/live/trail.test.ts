import { describe, expect, it } from 'vitest';
import { type Entry, holders, interleaved, type Person } from './trail.ts';

/** `12.0 ada lease`: at that second, who, what; a `!` in front of what was refused. */
const trail = (...lines: string[]): Entry[] =>
  lines.map(line => {
    const [second = '0', user = '', what = ''] = line.split(' ');
    const refused = what.startsWith('!');
    const name = what.replace('!', '');
    const uri =
      name === 'lease' || name === 'abort'
        ? '/apis/coordination.k8s.io/v1/namespaces/x/leases/slipway-shop'
        : `/apis/apps/v1/namespaces/x/deployments/${name}`;
    const verb = name === 'lease' ? 'update' : 'patch';
    const at = new Date(Number(second) * 1000).toISOString();
    return { user: user as Person, verb, uri, code: refused ? 409 : 200, at };
  });

describe('the writes of three people', () => {
  const good = trail(
    '1 ada lease',
    '2 ada shop',
    '3 eve abort',
    '4 eve lease',
    '4.1 ada shop',
    '6 eve shop',
    '7 eve lease',
  );

  it('are in turns when what comes after a takeover was under way before', () => {
    expect(holders(good)).toEqual(['ada', 'eve']);
    expect(interleaved(good)).toEqual([]);
  });

  it('are mixed when somebody writes what another one has taken over already, unless that is refused', () => {
    expect(interleaved([...good, ...trail('8 ada !shop')])).toEqual([]);
    expect(interleaved([...good, ...trail('8 ada shop')])).toEqual([
      expect.stringMatching(/^ada wrote after eve: patch .*deployments\/shop/),
    ]);
  });

  it('are mixed when somebody writes anything at all after the turn of another one', () => {
    expect(interleaved([...good, ...trail('6.5 ada other')])).toEqual([]);
    expect(interleaved([...good, ...trail('8 ada other')])).toEqual([
      expect.stringMatching(/^ada wrote after eve: patch .*deployments\/other/),
    ]);
  });

  it('are in turns when a record arrives that was under way, and mixed when it comes after the other turn, or is another object', () => {
    const made = (second: string, user: string, uri = '/api/v1/namespaces/x/configmaps'): Entry[] =>
      trail(`${second} ${user} new`).map(entry => ({ ...entry, verb: 'create', uri }));
    const inOrder = (...more: Entry[]) => [...good, ...more].sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(interleaved(inOrder(...made('4.2', 'eve'), ...made('4.3', 'ada')))).toEqual([]);
    const mixed = [expect.stringMatching(/^ada wrote after eve: create /)];
    expect(interleaved(inOrder(...made('4.2', 'eve'), ...made('8', 'ada')))).toEqual(mixed);
    const pods = '/api/v1/namespaces/x/pods';
    expect(interleaved(inOrder(...made('4.2', 'eve', pods), ...made('4.3', 'ada', pods)))).toEqual(mixed);
  });

  it('are mixed when somebody writes who never had the lease', () => {
    expect(interleaved([...good, ...trail('5 bob shop')])).toEqual([
      expect.stringMatching(/^bob never had the lease and wrote/),
    ]);
  });

  it('are mixed when the lease comes back to somebody', () => {
    expect(interleaved([...good, ...trail('8 ada lease')])).toContain('the lease went ada → eve → ada');
  });
});
