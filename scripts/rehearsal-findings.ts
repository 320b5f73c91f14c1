/** Checks the load of a rehearsal. */
import type { LoadReport } from './load-report.ts';
import type { Finding } from './rehearsal-record.ts';
import { seconds } from './story.ts';

/** Returns the findings on a load. @param expected `gateEnded`: end of the gate that rolled back version 3.0.0, in ms since 1970. */
export function loadFindings(
  report: LoadReport,
  expected: { seconds: number; leastRate: number; gateEnded: number },
): Finding[] {
  const { requests, failed: lost, versions } = report;
  const rate = requests / expected.seconds;
  const good = ['1.0.0', '2.0.0'].filter(version => (versions[version]?.requests ?? 0) > 0);
  const bad = versions['3.0.0'] ?? { requests: 0, lastEnd: 0 };
  return [
    {
      what: `${requests} requests, ${lost} lost`,
      ok: lost === 0,
      detail: Object.entries(versions)
        .map(([version, each]) => `${each.requests} by ${version}`)
        .join(', '),
    },
    {
      what: `at least ${expected.leastRate} requests per second of load`,
      ok: rate >= expected.leastRate,
      detail: `${rate.toFixed(1)} per second over ${seconds(expected.seconds * 1_000)}`,
    },
    {
      what: 'versions 1.0.0 and 2.0.0 were both served',
      ok: good.length === 2,
      detail: `served: ${good.join(', ') || 'neither'}`,
    },
    {
      what: 'no byte of version 3 after its rollback',
      ok: bad.requests > 0 && bad.lastEnd < expected.gateEnded,
      detail:
        bad.requests === 0
          ? 'no request reached it'
          : `${bad.requests} requests reached it, the last one ${seconds(expected.gateEnded - bad.lastEnd)} before the rollback was complete`,
    },
  ];
}
