import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buckets, Metrics } from '../src/metrics.ts';

const sample = { cpuSeconds: 1.5, residentBytes: 2_000, heapBytes: 1_000, startTimeSeconds: 1_700_000_000 };
const request = { code: 200, method: 'GET', route: '/', seconds: 0.02 };

describe('the metrics page', () => {
  it('counts answers by code, method and route', () => {
    const metrics = new Metrics('1');
    metrics.observe(request);
    metrics.observe(request);
    metrics.observe({ ...request, code: 500 });
    const page = metrics.render(sample);
    assert.match(page, /^http_requests_total\{code="200",method="GET",route="\/"\} 2$/m);
    assert.match(page, /^http_requests_total\{code="500",method="GET",route="\/"\} 1$/m);
  });

  it('has cumulative buckets, of which the last counts all', () => {
    const metrics = new Metrics('1');
    for (const seconds of [0.02, 0.3, 0.31, 60]) metrics.observe({ ...request, seconds });
    const page = metrics.render(sample);
    const bucket = (le: string) =>
      Number(
        new RegExp(`^http_request_duration_seconds_bucket\\{.*le="${le}"\\} (\\d+)$`, 'm').exec(page)?.[1],
      );
    const counts = [0.01, 0.025, 0.3, 0.5, 10, '\\+Inf'].map(le => bucket(String(le)));
    assert.deepEqual(counts, [0, 1, 2, 3, 3, 4]);
    assert.match(page, /http_request_duration_seconds_count\{method="GET",route="\/"\} 4/);
    assert.match(page, /http_request_duration_seconds_sum\{method="GET",route="\/"\} 60\.63/);
  });

  it('has the bucket boundaries that gates use', () => {
    const boundaries = new Set<number>(buckets);
    for (const boundary of [0.3, 1]) assert.ok(boundaries.has(boundary), String(boundary));
  });

  it('is well formed: every sample follows the single declaration of its family', () => {
    const metrics = new Metrics('odd"\\\nversion');
    metrics.observe(request);
    const page = metrics.render(sample);
    assert.ok(page.endsWith('\n'));
    const declared = new Set<string>();
    for (const line of page.trimEnd().split('\n')) {
      const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line);
      if (type) {
        assert.ok(!declared.has(type[1]!), `declared again: ${line}`);
        declared.add(type[1]!);
      } else if (!line.startsWith('# HELP ')) {
        assert.match(line, /^[a-z_]+(\{[a-z]+="([^"\\\n]|\\.)*"(,[a-z]+="([^"\\\n]|\\.)*")*\})? [0-9.e+-]+$/);
        const family = line.match(/^[a-z_]+/)![0].replace(/_(bucket|sum|count)$/, '');
        assert.ok(declared.has(family), `not declared above: ${line}`);
      }
    }
    assert.ok(page.includes('shop_info{version="odd\\"\\\\\\nversion"} 1'), page);
    for (const family of ['process_cpu_seconds_total', 'process_start_time_seconds'])
      assert.ok(declared.has(family), family);
  });
});
