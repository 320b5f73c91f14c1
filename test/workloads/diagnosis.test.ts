import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HardFact } from '../../src/analysis/verdict.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import {
  type ClusterEvidence,
  factOf,
  gatherEvidence,
  lastMessageOf,
  sentenceOf,
} from '../../src/workloads/diagnosis.ts';
import type { Cause } from '../../src/workloads/progress.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

const where = { pod: 'shop-1', container: 'shop' };
const crash: Cause = { kind: 'crash', ...where, exitCode: 1, restarts: 2 };
const pull = (detail: string): Cause => ({
  kind: 'image-pull',
  ...where,
  image: 'ghcr.io/acme/shop:9',
  detail,
});
const late: Cause = { kind: 'not-ready', pods: [where], ready: 1, wanted: 3, seconds: 119.6 };
const event = (reason: string, message: string) => ({ reason, message });
const events = (...all: [string, string][]): ClusterEvidence => ({ events: all.map(each => event(...each)) });

describe('the sentence for', () => {
  it.each<[string, Cause, ClusterEvidence, string]>([
    [
      'an image that does not exist',
      pull('rpc error: manifest unknown'),
      events(),
      wording('ghcr.io/acme/shop:9'),
    ],
    [
      'an image that a back-off hides, from the event',
      pull('Back-off pulling image'),
      events(['Failed', 'Failed to pull image "x": 404 not found']),
      wording('ghcr.io/acme/shop:9'),
    ],
    ['a registry that refuses', pull('401 unauthorized'), events(), wording('ghcr.io/acme/shop:9')],
    [
      'another failure of a pull',
      pull('dial tcp: i/o timeout'),
      events(),
      wording('ghcr.io/acme/shop:9', 'dial tcp', 'i/o timeout'),
    ],
    [
      'too little memory',
      { kind: 'out-of-memory', ...where, limit: '64Mi' },
      events(),
      wording('64Mi', 'shop-1'),
    ],
    ['a crash', crash, { events: [], lastMessage: 'Error: no PORT' }, wording('shop-1', 'Error', 'no PORT')],
    ['a crash of few words', { ...crash, restarts: 1 }, events(), wording('shop-1')],
    [
      'a container that the kubelet kills for its probe',
      crash,
      events(
        ['Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500'],
        ['Killing', 'Container shop failed liveness probe, will be restarted'],
      ),
      wording('liveness probe', 'HTTP probe failed with statuscode', '500', 'shop-1'),
    ],
    [
      'a container that is probed while it is ending, by why it was ended',
      crash,
      {
        events: [
          {
            ...event('Unhealthy', 'Liveness probe failed: statuscode: 503'),
            name: 'shop-1.18a0c2f4b1e70001',
          },
          {
            ...event('Killing', 'Container shop failed liveness probe, will be restarted'),
            name: 'shop-1.18a0c2f4b1e70002',
          },
          {
            ...event('Unhealthy', 'Liveness probe failed: connection refused'),
            count: 5,
            name: 'shop-1.18a0c2f4b1e70003',
          },
        ],
      },
      wording('liveness probe', 'statuscode', '503', 'shop-1'),
    ],
    [
      'a crash during which probes failed too',
      crash,
      events(['Unhealthy', 'Liveness probe failed: connection refused']),
      wording('shop-1'),
    ],
    [
      'a container that cannot be started',
      { kind: 'bad-container', ...where, detail: 'secret "x" not found' },
      events(),
      wording('secret', 'not found', 'shop-1'),
    ],
    [
      'a pod without a node',
      { kind: 'unschedulable', pod: 'shop-1', detail: '0/3 nodes are available' },
      events(),
      wording('shop-1', '0/3 nodes are available'),
    ],
    [
      'a full quota',
      { kind: 'quota', detail: 'pods "shop-1" is forbidden: exceeded quota: limits, requested: pods=1' },
      events(),
      wording('exceeded quota', 'limits', 'requested', 'pods=1'),
    ],
    [
      'pods that are refused',
      { kind: 'refused', detail: 'violates PodSecurity "restricted"' },
      events(),
      wording('violates PodSecurity', 'restricted'),
    ],
    [
      'a readiness probe that fails',
      late,
      events(['Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503']),
      wording('3', 'readiness probe', 'HTTP probe failed with statuscode', '503', 'shop-1'),
    ],
    [
      'a probe whose container was just restarted, by what it says most often',
      late,
      {
        events: [
          { ...event('Unhealthy', 'Readiness probe failed: statuscode: 503'), count: 2 },
          { ...event('Unhealthy', 'Readiness probe failed: connection refused'), count: 1 },
        ],
      },
      wording('3', 'readiness probe', 'statuscode', '503', 'shop-1'),
    ],
    ['a pod that is silent', late, events(), wording('3', 'shop-1')],
    [
      'a pod without containers yet',
      { ...late, pods: [{ pod: 'shop-1', container: '' }] },
      events(),
      wording('3', 'shop-1'),
    ],
    ['pods that do not exist yet', { ...late, pods: [] }, events(), wording('1', '3')],
  ])('%s', (_, cause, evidence, expected) => {
    expect(sentenceOf(cause, evidence)).toEqual(expected);
  });

  it('a crash never carries control characters or workflow commands of the application', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(':', '::', '##[', '\n', '\r', '\u001b[31m', '\u009b', '\u202e', 'a')),
        parts => {
          const said = sentenceOf(crash, { events: [], lastMessage: parts.join('') });
          expect(said).not.toMatch(/^\s*::|##\[|\p{Cc}|\u202e/u);
        },
      ),
    );
  });

  it('a probe or an event is on one line of bounded length', () => {
    const long = sentenceOf({ kind: 'refused', detail: `a\n::error::${'b'.repeat(1000)}` });
    expect(long).not.toMatch(/\n|^::/);
    expect(long.length).toBeLessThan(300);
  });
});

describe('the last message of', () => {
  it.each([
    ['a program', ['one', 'two', ''], 'two'],
    [
      'Node',
      [
        '/app/server.js:3',
        "throw new Error('database password missing');",
        '^',
        '',
        'Error: database password missing',
        '    at Object.<anonymous> (/app/server.js:3:7)',
        '',
        'Node.js v24.21.0',
        '',
      ],
      'Error: database password missing',
    ],
    [
      'Node, with fields',
      [
        "Error: Cannot find module 'pg'",
        'Require stack:',
        '- /app/server.js',
        '    at Module._load (node:internal/modules/cjs/loader:1048:27) {',
        "  code: 'MODULE_NOT_FOUND',",
        "  requireStack: [ '/app/server.js' ]",
        '}',
        '',
        'Node.js v24.21.0',
      ],
      "Error: Cannot find module 'pg'",
    ],
    [
      'Java',
      [
        'Exception in thread "main" java.lang.IllegalStateException: no database',
        '\tat Shop.main(Shop.java:5)',
        'Caused by: java.net.ConnectException: refused',
        '\t... 1 more',
      ],
      'Caused by: java.net.ConnectException: refused',
    ],
    [
      'Python',
      ['Traceback (most recent call last):', '  File "/app/shop.py", line 1', "KeyError: 'PASSWORD'"],
      "KeyError: 'PASSWORD'",
    ],
    [
      'Go',
      [
        'panic: database password missing',
        '',
        'goroutine 1 [running]:',
        'main.main()',
        '\t/app/main.go:5 +0x25',
      ],
      'panic: database password missing',
    ],
    [
      'Rust',
      [
        "thread 'main' panicked at src/main.rs:2:5:",
        'database password missing',
        'note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace',
      ],
      'database password missing',
    ],
    [
      'PHP',
      [
        'PHP Fatal error:  Uncaught Exception: no database in /app/a.php:3',
        'Stack trace:',
        '#0 {main}',
        '  thrown in',
      ],
      'PHP Fatal error:  Uncaught Exception: no database in /app/a.php:3',
    ],
    ['a program that indents all', ['  one', '  two', ''], '  two'],
    ['a program that is silent', ['', ''], undefined],
  ])('%s', (_, lines, expected) => {
    expect(lastMessageOf(lines)).toBe(expected);
  });
});

describe('a cause as a fact', () => {
  it.each<[Cause, HardFact | undefined]>([
    [pull('401'), { kind: 'not-starting', pod: where.pod, detail: 'why' }],
    [crash, { kind: 'crash-loop', pod: where.pod, detail: 'why' }],
    [
      { kind: 'out-of-memory', ...where, limit: '64Mi' },
      { kind: 'out-of-memory', pod: where.pod, detail: 'why' },
    ],
    [
      { kind: 'unschedulable', pod: 'shop-1', detail: 'x' },
      { kind: 'not-starting', pod: 'shop-1', detail: 'why' },
    ],
    [
      { kind: 'quota', detail: 'x' },
      { kind: 'not-starting', detail: 'why' },
    ],
    [late, { kind: 'not-ready', pod: where.pod, detail: 'why' }],
    [
      { ...late, pods: [] },
      { kind: 'not-ready', detail: 'why' },
    ],
  ])('%o', (cause, fact) => {
    expect(factOf(cause, 'why')).toEqual(fact);
  });
});

describe('the evidence', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** An API server with the pod that crashed, and its log. */
  function server(log: (previous: boolean) => string = () => ''): FakeApiServer {
    const api = new FakeApiServer();
    api.put(pathOf(resources.pod, 'shop', where.pod), { spec: { containers: [] } });
    api.answerBehind(/\/log$/, ({ query }) => log(query.previous === 'true'));
    return api;
  }

  it('is the events of the pod, newest last, and the last message of the container that ended', async () => {
    const api = server(previous => (previous ? 'one\ntwo\n' : 'other'));
    const involvedObject = { kind: 'Pod', name: where.pod };
    const put = (name: string, seen: object) =>
      api.put(pathOf(resources.event, 'shop', name), { involvedObject, ...seen });
    put('b', { reason: 'B', message: 'later', lastTimestamp: '2026-01-01T00:00:02Z' });
    put('c', { reason: 'A', message: 'sooner', eventTime: '2026-01-01T00:00:01.000000Z' });
    put('d', { involvedObject: { kind: 'Pod', name: 'another' }, reason: 'C' });
    expect(await gatherEvidence(api.cluster, 'shop', crash)).toEqual({
      events: [
        { ...event('A', 'sooner'), name: 'c' },
        { ...event('B', 'later'), name: 'b' },
      ],
      lastMessage: 'two',
    });
  });

  it('leaves out the rest of a line that the runtime has split, with which the answer may begin', async () => {
    const log = `of a secret\n${'    at run (/app/server.js:3:7)\n'.repeat(49)}`;
    const { lastMessage } = await gatherEvidence(server(() => log).cluster, 'shop', crash);
    expect(lastMessage).toBe('at run (/app/server.js:3:7)');
  });

  it('is left out when the answer ends at the requested size, perhaps inside a secret', async () => {
    const api = server();
    api.answerBehind(/\/log$/, ({ query }) => {
      const most = Number(query.limitBytes);
      return `${'x'.repeat(most - 20)}\npassword is hunter2-that-goes-on`.slice(0, most);
    });
    const { lastMessage } = await gatherEvidence(api.cluster, 'shop', crash);
    expect(api.calls.filter(({ path }) => path.endsWith('/log'))).toHaveLength(1);
    expect(lastMessage).toBeUndefined();
  });

  it('is left out when it is so long that the runtime may have cut its beginning off', async () => {
    const rest = `-of-a-secret ${'x'.repeat(16 << 10)}`;
    expect(await gatherEvidence(server(() => rest).cluster, 'shop', crash)).toEqual({ events: [] });
  });

  it('is the current log when there is none of the previous container', async () => {
    const { cluster } = server(previous => (previous ? '' : 'here'));
    expect(await gatherEvidence(cluster, 'shop', crash)).toEqual({ events: [], lastMessage: 'here' });
  });

  it('is empty when it cannot be read, because the cause is reported in any case', async () => {
    const api = server(() => 'here');
    api.forbid('list events', 'get pods/log');
    expect(await gatherEvidence(api.cluster, 'shop', crash)).toEqual({ events: [] });
  });

  it('is left out when it does not come within three seconds, because a rollback waits for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const never = new Promise<never>(() => {});
    const pulled = { metadata: { name: 'a' }, reason: 'A', message: 'seen' };
    let lists = async () => ({ items: [pulled] });
    // An API server that cannot reach the kubelet.
    const silent = { get: async () => undefined, list: () => lists(), call: () => never } as never;
    const told = vi.fn();
    gatherEvidence(silent, 'shop', crash).then(told);
    await vi.advanceTimersByTimeAsync(2999);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledWith({ events: [{ ...event('A', 'seen'), name: 'a' }] });
    lists = () => never;
    gatherEvidence(silent, 'shop', crash).then(told);
    await vi.advanceTimersByTimeAsync(3000);
    expect(told).toHaveBeenLastCalledWith({ events: [] });
  });
});
