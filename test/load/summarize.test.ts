import { describe, expect, it } from 'vitest';
import { type LoadRecord, summarize } from '../../scripts/load-report.ts';

const start = 1_700_000_000_000;

function record(offset: number, changes: Partial<LoadRecord> = {}): LoadRecord {
  return { at: start + offset, ms: 10, outcome: 'ok', status: 200, version: '1', retried: false, ...changes };
}

describe('the report of a load', () => {
  it('says nothing of a load without requests', () => {
    expect(summarize([])).toMatchObject({
      startedAt: 0,
      requests: 0,
      seconds: [],
      latency: null,
      versions: {},
    });
  });

  it('counts failed, injected and retried requests apart', () => {
    const report = summarize([
      record(0),
      record(10, { outcome: 'injected', status: 500 }),
      record(20, { outcome: 'failed', status: 503, error: 'status 503' }),
      record(30, { outcome: 'failed', error: 'ECONNRESET', retried: true }),
      record(40, { retried: true }),
    ]);
    expect(report).toMatchObject({ requests: 5, failed: 2, injected: 1, retried: 2 });
    expect(report.errors).toEqual({ 'status 503': 1, ECONNRESET: 1 });
    expect(report.failures).toHaveLength(2);
  });

  it('tells when each version was first and last asked, whatever the order of the answers', () => {
    const { versions } = summarize([
      record(900, { version: '2', ms: 5 }),
      record(100),
      record(500, { version: '2', ms: 700 }),
      record(0),
    ]);
    expect(versions).toEqual({
      1: {
        requests: 2,
        failed: 0,
        injected: 0,
        firstStart: start,
        lastStart: start + 100,
        lastEnd: start + 110,
      },
      2: {
        requests: 2,
        failed: 0,
        injected: 0,
        firstStart: start + 500,
        lastStart: start + 900,
        lastEnd: start + 1_200,
      },
    });
  });

  it('gives every second a bucket, empty ones too', () => {
    const { seconds } = summarize([
      record(0),
      record(999),
      record(2_000, { version: '2' }),
      record(2_500, { outcome: 'failed', error: 'timeout' }),
    ]);
    expect(seconds).toEqual([
      { second: 0, requests: 2, failed: 0, injected: 0, versions: { 1: 2 } },
      { second: 1, requests: 0, failed: 0, injected: 0, versions: {} },
      { second: 2, requests: 2, failed: 1, injected: 0, versions: { 1: 1, 2: 1 } },
    ]);
  });

  it('takes percentiles by nearest rank', () => {
    const records = Array.from({ length: 200 }, (_, index) => record(index, { ms: 200 - index }));
    expect(summarize(records).latency).toEqual({ p50: 100, p95: 190, p99: 198, max: 200 });
  });

  it('leaves out the version of an answer that names none', () => {
    const anonymous: LoadRecord = {
      at: start,
      ms: 1,
      outcome: 'failed',
      error: 'ECONNREFUSED',
      retried: false,
    };
    expect(summarize([anonymous]).versions).toEqual({});
  });
});
