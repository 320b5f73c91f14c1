import type { Environment } from '../../../config/types.ts';
import { requestName } from '../../../verify/checks.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing } from '../showing.ts';

/** A result of `verify`, from its output or from the check itself. */
export interface AcceptedCheck {
  readonly title: string;
  readonly part?: string | undefined;
  readonly ok: boolean;
  readonly reason?: string | undefined;
  readonly cell?:
    | { readonly endpoint: string; readonly identity: string; readonly expected: number }
    | undefined;
  readonly edge?: { readonly to: string } | undefined;
}

type Verify = NonNullable<Environment['verify']>;

/** Judges what `verify` has found, with what slipway.yml says about each check. Pure. */
export function judgeAcceptance(
  results: readonly AcceptedCheck[],
  verify: Verify,
  { either, unknown }: Showing,
): RequirementAssessment[] {
  const of = (...parts: string[]) => results.filter(({ part = 'checks' }) => parts.includes(part));
  const settingOf = ({ title }: AcceptedCheck) => verify.checks.find(each => requestName(each) === title);
  const checks = of('checks').map(result => ({ result, check: settingOf(result) }));
  type Setting = Verify['checks'][number];
  const where = (has: (check: Setting) => boolean) =>
    checks.flatMap(({ result, check }) => (check !== undefined && has(check) ? [result] : []));
  /** Nothing asked shows nothing. */
  const judged = (
    ids: RequirementId | RequirementId[],
    rule: string,
    asked: readonly AcceptedCheck[],
    good: string,
  ) =>
    asked.length === 0
      ? []
      : either(
          ids,
          rule,
          `${good} (${asked.length} asked)`,
          problemIn(
            asked.filter(({ ok }) => !ok).map(({ title, reason = 'failed' }) => `${title} ${reason}`),
          ),
          'correct what fails, and run `slipway verify`',
        );
  const cells = of('matrix');
  const identities = verify.identities ?? {};
  const isRefusal = ({ cell }: AcceptedCheck) => cell?.expected === 401 || cell?.expected === 403;
  /** Cells of identities with a kind of credential, and whether a wrong one must be refused among them. */
  const credential = (
    id: RequirementId,
    rule: string,
    kind: 'cookie' | 'bearer' | 'header',
    name: string,
  ) => {
    const kindOf = (identity: string): string | undefined => {
      const { garbage, ...ways } = identities[identity] ?? {};
      return garbage === undefined ? Object.keys(ways).find(way => way === kind) : kindOf(garbage);
    };
    const own = cells.filter(({ cell }) => cell !== undefined && kindOf(cell.identity) === kind);
    const wrong = own.filter(each => isRefusal(each) && isWrong(identities[each.cell?.identity ?? ''] ?? {}));
    if (own.length === 0) return [];
    const found = judged(id, rule, own, `${name} are accepted and refused as they must be`);
    return wrong.length > 0 || found[0]?.status === 'not-met'
      ? found
      : unknown(id, rule, `no garbage or expired one of the ${name} is tried in \`verify.matrix\``);
  };
  const anonymous = cells.filter(each => each.cell?.identity === 'none' && isRefusal(each));
  const edges = of('dependencies');
  const stores = edges.filter(({ edge }) => {
    const { redis, postgres } = verify.dependencies?.edges[edge?.to ?? ''] ?? {};
    return redis !== undefined || postgres !== undefined || /s3|storage|minio|bucket/i.test(edge?.to ?? '');
  });
  const html = [...where(({ type }) => type === 'text/html'), ...of('page')];
  const api = where(
    ({ type, not, json }) => type?.includes('json') === true || not === 'html' || json !== undefined,
  );
  const flagged = where(({ cookies }) => cookies !== undefined);
  return [
    ...judged(['C6', 'A4'], 'verify-checks', of('checks'), 'the checks pass'),
    ...judged('A1', 'verify-html', html, 'the frontend answers as HTML'),
    ...judged('A1', 'verify-api', api, 'the API answers, and not with HTML'),
    ...judged(
      'K6',
      'verify-canary',
      where(each => each['canary-secret'] !== undefined),
      'a stored secret is read',
    ),
    ...judged('S2', 'verify-cookie', flagged, 'cookies have Secure, HttpOnly and SameSite'),
    ...(anonymous.length > 0 || cells.some(({ ok }) => !ok)
      ? judged('S1', 'verify-matrix', cells, 'every identity gets the expected status')
      : cells.length > 0
        ? unknown(
            'S1',
            'verify-matrix',
            'no endpoint of `verify.matrix` must refuse a request without identity',
          )
        : []),
    ...credential('S2', 'verify-session', 'cookie', 'cookies'),
    ...credential('S3', 'verify-bearer', 'bearer', 'bearer tokens'),
    ...credential('S4', 'verify-key', 'header', 'API keys'),
    ...judged('S7', 'verify-revoked', of('revoked'), 'a withdrawn right is refused in time'),
    ...judged('S8', 'verify-tls', of('tls'), 'certificates, versions, redirects and HSTS are right'),
    ...judged('H2', 'verify-entrances', of('entrances'), 'every entrance answers'),
    ...judged('P10', 'verify-page', of('page'), 'enough of a page load is cacheable'),
    ...judged(['A2', 'A5'], 'verify-dependencies', edges, 'every dependency answers from inside the cluster'),
    ...judged('A3', 'verify-stores', stores, 'database, cache and storage answer'),
  ];
}

const isWrong = ({ garbage, expired }: { garbage?: unknown; expired?: unknown }) =>
  garbage !== undefined || expired === true;
