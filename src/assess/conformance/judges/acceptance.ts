import { z } from 'zod';
import { type Assess, assessSchema } from '../../../config/assess.ts';
import type { Environment } from '../../../config/types.ts';
import { counted } from '../../../toolkit/count.ts';
import { requestName, revocationName } from '../../../verify/checks.ts';
import { withoutPort } from '../../../verify/http.ts';
import { type Judgements, metUnless, type RuleJudgement, unknown } from '../../judgement.ts';

const text = z.string().max(4000);

/** A result of `verify`, from its output or from the check itself. */
export const acceptedSchema = z.object({
  title: text,
  part: z.string().optional(),
  ok: z.boolean(),
  reason: text.optional(),
  /** Nothing was asked, so it says nothing about the application. */
  skipped: z.boolean().optional(),
  cell: z.object({ endpoint: text, identity: text, expected: z.number() }).optional(),
  edge: z.object({ to: text }).optional(),
});

export type AcceptedCheck = z.output<typeof acceptedSchema>;

type Verify = NonNullable<Environment['verify']>;

/** Kinds of stores: the key of `verify.dependencies` that asks one, and names of those that are asked in another way. */
const storeKinds = [
  ['database', 'postgres', /database|\bdb\b|sql|maria|mongo/i],
  ['cache', 'redis', /cache|redis|valkey/i],
  ['storage', 's3', /s3|storage|minio|bucket|files/i],
] as const;

/** Judges what `verify` has found, with what slipway.yml says about each check. Nothing asked shows nothing. Pure. */
export function judgeAcceptance(
  results: readonly AcceptedCheck[],
  verify: Verify,
  { zones }: Pick<Assess, 'zones'> = assessSchema.parse({}),
): Judgements {
  const of = (wanted: string) => results.filter(({ part = 'checks' }) => part === wanted);
  const sentence = ({ title, reason = 'failed' }: AcceptedCheck) => `${title} ${reason}`;
  /**
   * @param isPart something of slipway.yml was not asked: a report sends only what reads, and an entry may be newer than the record. That
   * the rest passes shows too little, and must not hide what the last `verify` found.
   */
  const judged = (
    asked: readonly AcceptedCheck[],
    good: string,
    isPart = false,
  ): RuleJudgement | undefined => {
    const failed = asked.filter(({ ok, skipped }) => !ok && skipped !== true);
    const skipped = asked.find(each => !each.ok && each.skipped === true);
    if (failed.length === 0 && skipped !== undefined) return unknown(sentence(skipped));
    return asked.length === 0 || (isPart && failed.length === 0)
      ? undefined
      : metUnless(
          failed.map(sentence),
          `${good} (${counted(asked.length, 'check')})`,
          'fix what fails, and run `slipway verify`',
        );
  };
  const isMissing = (check: Verify['checks'][number]) =>
    !of('checks').some(({ title }) => title === requestName(check));
  type Having = (check: Verify['checks'][number]) => boolean;
  const having = (has: Having) =>
    of('checks').filter(({ title }) => {
      const check = verify.checks.find(each => requestName(each) === title);
      return check !== undefined && has(check);
    });
  const where = (has: Having, good: string) =>
    judged(having(has), good, verify.checks.filter(has).some(isMissing));
  const cells = of('matrix');
  const { identities = {}, dependencies, matrix = [] } = verify;
  /** The identities that some endpoint was not asked as. */
  const unasked = matrix.flatMap(row =>
    Object.keys(row.expect).filter(
      name => !cells.some(({ cell }) => cell?.endpoint === requestName(row) && cell.identity === name),
    ),
  );
  const isRefusal = ({ cell }: AcceptedCheck) => cell?.expected === 401 || cell?.expected === 403;
  const isOf = (kind: string, identity: string): boolean => {
    const { invalid, ...ways } = identities[identity] ?? {};
    return invalid === undefined ? Object.hasOwn(ways, kind) : isOf(kind, invalid);
  };
  const isExpired = ({ cell }: AcceptedCheck) => identities[cell?.identity ?? '']?.expired === true;
  const isWrong = (each: AcceptedCheck) =>
    isExpired(each) || identities[each.cell?.identity ?? '']?.invalid !== undefined;
  const isNone = ({ cell }: AcceptedCheck) => cell?.identity === 'none';
  const isRefused = (of: (each: AcceptedCheck) => boolean) => cells.some(each => isRefusal(each) && of(each));
  /** Checks that pass show too little where others are missing. */
  const enough = (all: boolean, judgement: RuleJudgement | undefined, why: string) =>
    all || judgement?.status !== 'met' ? judgement : unknown(why);
  const credential = (kind: string, name: string) => {
    const own = cells.filter(({ cell }) => cell !== undefined && isOf(kind, cell.identity));
    return enough(
      own.some(each => isRefusal(each) && isWrong(each)),
      judged(
        own,
        `the application accepts and refuses ${name} as expected`,
        unasked.some(each => isOf(kind, each)),
      ),
      `\`verify.matrix\` tries no invalid or expired ${name}`,
    );
  };
  const edges = of('dependencies');
  const hasUnasked = Object.keys(dependencies?.edges ?? {}).some(
    name => !edges.some(({ edge }) => edge?.to === name),
  );
  const isUntried = ({ revoke, ...request }: NonNullable<Verify['revoked']>[number]) =>
    !of('revoked').some(({ title }) => title === revocationName(request, revoke));
  const storesOf = ({ edge: { to } = { to: '' } }: AcceptedCheck) => {
    const asked = dependencies?.edges[to] ?? {};
    return storeKinds.filter(([, key, name]) => Object.hasOwn(asked, key) || name.test(to));
  };
  const stores = edges.filter(each => storesOf(each).length > 0);
  const missing = storeKinds.filter(kind => !stores.some(each => storesOf(each).includes(kind)));
  const addresses = of('addresses');
  // Only those with a name are of a zone, and an address has one zone under any of its names.
  const hosts = addresses.flatMap(({ title }) => {
    const [, address] = / at the address .* \((.+)\)$/.exec(title) ?? [];
    return address === undefined ? [] : [withoutPort(address).toLowerCase()];
  });
  const reached = Math.max(new Set(hosts).size, Math.min(addresses.length, 1));
  const isHtml: Having = ({ type }) => type === 'text/html';
  const html = 'the frontend answers with HTML';
  // A page that fails may be HTML that is not cacheable.
  const pages = of('page').filter(({ ok }) => ok);
  return {
    'verify-checks': judged(of('checks'), 'the checks pass', verify.checks.some(isMissing)),
    'verify-html': having(isHtml).length > 0 ? where(isHtml, html) : judged(pages, html),
    'verify-api': where(
      ({ type, not, json }) => type?.includes('json') === true || not === 'html' || json !== undefined,
      'the API answers, and not with HTML',
    ),
    'verify-stored-secrets': where(
      each => each['stored-secrets'] !== undefined,
      'the application decrypts a stored secret',
    ),
    'verify-cookie': where(
      ({ cookies }) => cookies !== undefined,
      'cookies have Secure, HttpOnly and SameSite',
    ),
    'verify-matrix': enough(
      isRefused(isNone) && isRefused(each => !isNone(each) && !isWrong(each)),
      judged(cells, 'every identity gets the expected status', unasked.length > 0),
      '`verify.matrix` has no endpoint that must refuse a request without identity, or none that must refuse an identity without permission',
    ),
    'verify-session': credential('cookie', 'cookies'),
    'verify-bearer': credential('bearer', 'bearer tokens'),
    'verify-key': enough(
      isRefused(each => isExpired(each) && isOf('header', each.cell?.identity ?? '')),
      credential('header', 'API keys'),
      '`verify.matrix` tries no expired API key',
    ),
    'verify-revoked': judged(
      of('revoked'),
      'revoked access is refused in time',
      verify.revoked?.some(isUntried),
    ),
    'verify-tls': judged(of('tls'), 'certificates, TLS versions, redirects and HSTS are correct'),
    'verify-addresses': enough(
      reached >= zones,
      judged(addresses, 'the address of every zone answers'),
      `${reached} of ${zones} zones have an address of their own in \`verify.addresses\``,
    ),
    'verify-page': judged(of('page'), 'enough of a page load is cacheable'),
    'verify-dependencies': judged(edges, 'every dependency answers from inside the cluster', hasUnasked),
    'verify-stores': enough(
      missing.length === 0,
      judged(stores, 'database, cache and storage answer', hasUnasked),
      `\`verify.dependencies\` names no ${missing.map(([kind]) => kind).join(' and no ')}`,
    ),
  };
}
