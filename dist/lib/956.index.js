export const id = 956;
export const ids = [956];
export const modules = {

/***/ 30956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ acceptance_acceptance)
});

// EXTERNAL MODULE: ./.build/js/src/config/plain-checks.js
var plain_checks = __webpack_require__(65364);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: ./.build/js/src/verify/checks.js
var verify_checks = __webpack_require__(31626);
// EXTERNAL MODULE: ./.build/js/src/verify/http.js
var http = __webpack_require__(60311);
// EXTERNAL MODULE: ./.build/js/src/config/acceptance.js
var acceptance = __webpack_require__(65221);
;// CONCATENATED MODULE: ./.build/js/src/verify/sender.js

function sender({ request: send, place }, identities) {
    const isOpen = place?.base.protocol === 'http:' && !(0,acceptance/* isLoopback */.U9)(place.base.hostname);
    return async (request, timeoutMs) => {
        const made = identities.message(request);
        if ('reason' in made)
            return { ok: false, reason: made.reason, unsent: true };
        if (made.secret && isOpen)
            return {
                ok: false,
                reason: `was not sent: its credential would reach ${place.base.host} without TLS`,
                unsent: true,
            };
        const answer = await send(made.message, timeoutMs);
        return answer.ok ? answer : { ...answer, reason: identities.hide(answer.reason) };
    };
}

// EXTERNAL MODULE: ./.build/js/src/verify/target.js
var verify_target = __webpack_require__(10794);
;// CONCATENATED MODULE: ./.build/js/src/verify/addresses.js







const mostAddresses = 20;
const ipv4 = async (host) => {
    try {
        return (await (0,promises_.lookup)(host, { all: true, family: 4 })).map(({ address }) => address);
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`the name ${host} cannot be resolved to an IPv4 address`, 'correct its DNS, or list the addresses in `verify.addresses`', { cause });
    }
};
async function addressesOf({ addresses }, places, resolve = ipv4) {
    const [first] = places;
    if (addresses !== undefined && addresses !== 'all')
        return Object.entries(addresses).map(([name, address]) => ({
            name: `${name} (${address})`,
            place: (0,verify_target.atAddress)(first, address),
        }));
    const host = (0,http/* withoutBrackets */.o4)((0,http/* withoutPort */.Y7)(first.host ?? first.base.hostname));
    const found = addresses === undefined ? places : (await resolve(host)).map(address => (0,verify_target.atAddress)(first, address));
    if (found.length > mostAddresses)
        throw new errors/* UserError */.yo(`there are ${found.length} addresses, and at most ${mostAddresses} can be checked`, 'list those that matter in `verify.addresses`');
    return found.map(place => ({ name: place.base.host, place }));
}
async function askAddresses(addresses, checks, identities, clock, judge) {
    const results = await Promise.all(addresses.map(async ({ name, place }) => {
        const asked = await (0,verify_checks/* runChecks */.JT)((0,plain_checks/* plainChecks */.Ie)(checks), sender((0,verify_target.direct)(place), identities), clock, judge);
        const part = 'addresses';
        return asked.map(each => ({ ...each, part, title: `${each.title} at the address ${name}` }));
    }));
    return results.flat();
}

// EXTERNAL MODULE: ./.build/js/src/verify/assertions.js + 1 modules
var assertions = __webpack_require__(78155);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var cluster_labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
;// CONCATENATED MODULE: ./.build/js/src/verify/dependency-script.js
const unable = 3;
const script = `set -u
export LC_ALL=C
fail() { echo "$1"; exit 1; }
unable() { echo "$1"; exit ${unable}; }
has() { command -v "$1" >/dev/null 2>&1; }
need() { has "$1" || unable "the image has no $1"; }
limit=15
limited() { if has timeout; then timeout "$limit" "$@"; else "$@"; fi; }
asked() { limited curl --globoff --silent --show-error --max-time 10 \${CA_FILE:+--cacert "$CA_FILE"} --output /dev/null --write-out '%{http_code}' "$@" "$URL" 2>&1; }
now() { date +%s 2>/dev/null || echo "$1"; }
probe() { case $KIND in
  tcp)
    need nc
    said=$(limited nc -z -w 5 "$HOST" "$PORT" 2>&1 </dev/null) || case $said in
      # The nc of some BusyBoxes has no -z.
      *"invalid option"* | *"unrecognized option"*)
        said=$(limited nc -w 5 "$HOST" "$PORT" -e true 2>&1 </dev/null) || fail "\${said:-it does not accept the connection}"
        ;;
      *) fail "\${said:-it does not accept the connection}" ;;
    esac
    ;;
  dns)
    if has getent; then said=$(limited getent hosts "$HOST" 2>&1) || fail "the name does not resolve"
    else
      need nslookup
      said=$(limited nslookup "$HOST" 2>&1) || fail "the name does not resolve"
    fi
    ;;
  http)
    if has curl; then
      said=$(asked) || { said=\${said#000}; fail "\${said%000}"; }
      case $said in 2??) ;; *) fail "it answers with the status $said, expected 2xx" ;; esac
    else
      need wget
      said=$(limited wget -qS -T 10 \${CA_FILE:+--ca-certificate="$CA_FILE"} -O /dev/null "$URL" 2>&1)
      ended=$?
      # wget follows redirects.
      case $said in
        *"nvalid option"* | *"nrecognized option"*) unable "the wget of the image is too old; add curl" ;;
        *HTTP/?.?" 3"*) fail "it answers with a redirect, expected 2xx" ;;
        *HTTP/?.?" "[45]*) said=\${said##*HTTP/?.? }; fail "it answers with the status \${said%%[!0-9]*}, expected 2xx" ;;
      esac
      [ "$ended" = 0 ] || { said=\${said##*wget: }; fail "\${said:-it does not answer}"; }
    fi
    ;;
  s3)
    need curl
    if [ -n "\${ID-}" ]; then
      case $ID$PASSWORD in *[!A-Za-z0-9/+=_.-]*) unable "the key in the Secret contains a character that is not allowed" ;; esac
      said=$(printf 'user = %s:%s\\n' "$ID" "$PASSWORD" | asked --head --config - --aws-sigv4 "aws:amz:$REGION:s3")
    else said=$(asked --head)
    fi
    case $said in
      2??) ;;
      *sigv4*) unable "the curl of the image is too old to sign" ;;
      3??) fail "the bucket is in another region" ;;
      400 | 401 | 403) fail "it refuses the credentials, or access to the bucket" ;;
      404) fail "there is no such bucket" ;;
      [45]??) fail "it answers with the status $said" ;;
      *certificate*) fail "its certificate is not trusted" ;;
      *) fail "it does not answer" ;;
    esac
    ;;
  redis)
    # After a rejected connection openssl may wait without end. A second one then succeeds.
    limit=4
    if [ -n "\${TLS-}" ]; then
      need openssl
      case $HOST in *[!0-9.]*) name="-verify_hostname $HOST -servername $HOST" ;; *) name="-verify_ip $HOST" ;; esac
      connect() { limited openssl s_client -quiet -verify_quiet -verify_return_error $name -connect "$HOST:$PORT" \${CA_FILE:+-CAfile "$CA_FILE"} 2>&1; }
    else
      need nc
      connect() { limited nc -w 5 "$HOST" "$PORT" 2>/dev/null; }
    fi
    said=$({
      [ -z "\${PASSWORD-}" ] || printf '*2\\r\\n$4\\r\\nAUTH\\r\\n$%s\\r\\n%s\\r\\n' "\${#PASSWORD}" "$PASSWORD"
      printf '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nQUIT\\r\\n'
    } | connect | head -c 2000)
    case $said in
      *'verify error'* | *'verify failed'*) fail "its certificate is not trusted" ;;
      *WRONGPASS* | *'invalid password'*) fail "it refuses the password" ;;
      *'without any password'* | *'no password is set'*) fail "it has no password, so a client that sends one fails" ;;
      *NOAUTH*) fail "it requires a password" ;;
      *PONG*) ;;
      '') fail "it does not answer PING" ;;
      *) if [ -n "\${PASSWORD-}\${TLS-}" ]; then fail "it does not answer PING with PONG"; else fail "it answers PING with: $said"; fi ;;
    esac
    ;;
  postgres)
    need psql
    said=$(limited psql -XAtwc 'SELECT 1' 2>&1) && [ "$said" = 1 ] && exit 0
    [ -n "\${PGPASSWORD-}" ] || fail "it answers SELECT 1 with: $said"
    case $said in
      *'authentication failed'*) fail "it refuses the user or the password" ;;
      *certificate*) fail "its certificate is not trusted" ;;
      *'support SSL'*) fail "it has no TLS" ;;
      *pg_hba*) fail "its pg_hba.conf has no entry for the connection" ;;
      *'translate host name'*) fail "the name does not resolve" ;;
      *efused*) fail "it does not accept the connection" ;;
      *'timeout expired'* | *'timed out'*) fail "it does not answer in time" ;;
      *'does not exist'*) fail "it has no such user or database" ;;
      *) fail "it does not answer SELECT 1 with 1" ;;
    esac
    ;;
esac; }
# A network policy may reject the first connections of a new pod.
started=$(now 0)
while said=$(probe); ended=$?; [ "$ended" = 1 ] && [ $(($(now 5) - started)) -lt 5 ]; do sleep 1; done
[ -z "$said" ] || echo "$said"
exit "$ended"
`;

;// CONCATENATED MODULE: ./.build/js/src/verify/dependency-pod.js


const targetOf = (edge) => edge.http ?? edge.s3 ?? edge.tcp ?? edge.redis ?? edge.postgres ?? edge.dns ?? '';
const literal = (text) => text.replaceAll('$', () => '$$');
const caFolder = '/ca';
function probeJob({ image, labels = {}, timeout, edges }, owner) {
    const { name, namespace, labels: own } = owner;
    const caConfigMaps = [...new Set(Object.values(edges).flatMap(({ 'ca-configmap': name = [] }) => name))];
    const volume = (configMap) => `ca-${caConfigMaps.indexOf(configMap)}`;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name, namespace, labels: { ...own } },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: Math.ceil(timeout / 1000),
            ttlSecondsAfterFinished: 60,
            template: {
                metadata: { labels: { ...labels, ...own } },
                spec: {
                    restartPolicy: 'Never',
                    automountServiceAccountToken: false,
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 1,
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    volumes: caConfigMaps.map(each => ({ name: volume(each), configMap: { name: each } })),
                    containers: Object.entries(edges).map(([edgeName, edge]) => ({
                        name: edgeName,
                        image,
                        command: ['sh', '-c', literal(script)],
                        env: environmentOf(edge),
                        volumeMounts: edge['ca-configmap'] === undefined
                            ? []
                            : [{ name: volume(edge['ca-configmap']), mountPath: caFolder, readOnly: true }],
                        terminationMessagePolicy: 'FallbackToLogsOnError',
                        resources: { requests: { cpu: '5m', memory: '16Mi' }, limits: { memory: '64Mi' } },
                        securityContext: {
                            allowPrivilegeEscalation: false,
                            readOnlyRootFilesystem: true,
                            capabilities: { drop: ['ALL'] },
                        },
                    })),
                },
            },
        },
    };
}
function environmentOf(edge) {
    const { http, tcp, redis, postgres, dns, s3, user, database, sslmode, secret, key, id } = edge;
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(tcp ?? redis ?? postgres ?? '') ?? [];
    const file = edge['ca-configmap'] === undefined ? undefined : `${caFolder}/ca.crt`;
    const root = file ?? (sslmode === 'verify-full' ? 'system' : undefined);
    const values = postgres === undefined
        ? {
            KIND: http ? 'http' : tcp ? 'tcp' : redis ? 'redis' : s3 ? 's3' : 'dns',
            URL: http ?? s3,
            HOST: dns ?? (host === '' ? undefined : host),
            PORT: port === '' ? undefined : port,
            REGION: s3 && (edge.region ?? 'us-east-1'),
            TLS: edge.tls === true ? 'true' : undefined,
            CA_FILE: file,
        }
        : {
            KIND: 'postgres',
            PGHOST: host,
            PGPORT: port,
            PGUSER: user,
            PGDATABASE: database,
            PGSSLMODE: sslmode,
            PGSSLROOTCERT: root,
            PGCONNECT_TIMEOUT: '5',
            HOME: '/tmp',
        };
    const secrets = { [postgres ? 'PGPASSWORD' : 'PASSWORD']: key, ID: id };
    return [
        ...Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ name, value: literal(value) }]),
        ...Object.entries(secrets).flatMap(([name, each]) => secret === undefined || each === undefined
            ? []
            : [{ name, valueFrom: { secretKeyRef: { name: secret, key: each } } }]),
    ];
}
function findingsIn(pod) {
    const found = new Map();
    for (const { name, state } of pod?.status?.containerStatuses ?? []) {
        const { terminated, waiting } = state ?? {};
        if (terminated !== undefined)
            found.set(name, findingOf(terminated));
        else if (waiting?.reason !== undefined && cannotStart.test(waiting.reason))
            found.set(name, {
                state: 'unknown',
                why: `its container cannot be started (${(0,assertions/* excerpt */.Kb)(`${waiting.reason}: ${waiting.message ?? ''}`)})`,
            });
    }
    return found;
}
const cannotStart = /^(ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError|RunContainerError)$/;
function findingOf({ exitCode, message = '', reason = '', }) {
    if (exitCode === 0)
        return { state: 'ok' };
    const said = (0,assertions/* excerpt */.Kb)(message);
    if (exitCode === 1)
        return { state: 'broken', why: said === '' ? 'it does not answer' : said };
    return {
        state: 'unknown',
        why: said === '' ? `its container exited with code ${exitCode} (${(0,assertions/* excerpt */.Kb)(reason)})` : said,
    };
}
function causeOf(name, edges, failed) {
    for (const need of edges[name]?.needs ?? []) {
        const further = causeOf(need, edges, failed);
        if (further !== undefined)
            return further;
        if (failed.has(need))
            return need;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/dependencies.js






const startGrace = 10_000;
const poll = 500;
async function askDependencies(cluster, dependencies, owner, clock) {
    const { app, namespace } = owner;
    const start = clock.now();
    const name = `slipway-${app}`.slice(0, 50).replace(/-$/, '');
    const job = probeJob(dependencies, { ...owner, name: `${name}-probe-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}` });
    await requireUnselected(cluster, namespace, job);
    const created = await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace), job);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace, created.metadata?.name ?? job.metadata?.name);
    try {
        const found = await findings(cluster, created.metadata?.uid ?? '', dependencies, namespace, clock);
        return resultsOf(dependencies, found, app, clock.now() - start);
    }
    finally {
        await cluster.remove(path, created.metadata?.uid);
    }
}
async function findings(cluster, uid, { edges, timeout }, namespace, clock) {
    const start = clock.now();
    const names = Object.keys(edges);
    let stuckSince;
    let found = new Map();
    for (;;) {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
            labelSelector: `batch.kubernetes.io/controller-uid=${uid}`,
        });
        const pod = items.find(({ metadata }) => metadata?.ownerReferences?.some(each => each.uid === uid));
        if (pod !== undefined)
            found = findingsIn(pod);
        const now = clock.now();
        const settled = names.every(name => found.has(name));
        const stuck = [...found.values()].some(({ state }) => state === 'unknown');
        stuckSince = stuck ? (stuckSince ?? now) : undefined;
        const over = now - start > timeout + startGrace;
        const ended = pod?.status?.phase === 'Succeeded' || pod?.status?.phase === 'Failed';
        if (over && pod === undefined && found.size === 0) {
            const why = `no pod of its Job was created within ${timeout / 1000} s, such as because of a quota`;
            return new Map(names.map(each => [each, { state: 'unknown', why }]));
        }
        if (over || (settled && (ended || !stuck || now - (stuckSince ?? now) > startGrace)))
            return found;
        await clock.sleep(poll);
    }
}
function resultsOf({ edges, timeout }, found, app, ms) {
    const failed = new Set(Object.keys(edges).filter(name => found.get(name)?.state !== 'ok'));
    const results = Object.entries(edges).map(([name, edge]) => {
        const { state, why = '' } = found.get(name) ?? {
            state: 'unknown',
            why: `its container did not end within ${timeout / 1000} s`,
        };
        const cause = failed.has(name) ? causeOf(name, edges, failed) : undefined;
        const problem = state === 'unknown' ? `could not be checked: ${why}` : `cannot be used: ${why}`;
        const reason = cause === undefined ? problem : `${problem}; it needs ${cause}, which also failed`;
        const finding = state === 'unknown' ? { skipped: true, reason } : { reason };
        return {
            ...(0,verify_checks/* resultOf */.Bg)('dependencies', `the dependency ${name} (${targetOf(edge)})`, state === 'ok' ? {} : finding, 1, ms),
            edge: { from: app, to: name, needs: edge.needs ?? [], ...(cause === undefined ? {} : { cause }) },
        };
    });
    const rank = ({ ok, edge }) => (ok ? 2 : edge?.cause === undefined ? 0 : 1);
    return results.sort((a, b) => rank(a) - rank(b));
}
async function requireUnselected(cluster, namespace, job) {
    const labels = job.spec?.template?.metadata?.labels ?? {};
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace));
    const selecting = items.find(({ spec }) => (0,cluster_labels/* selects */.ko)(spec?.selector, labels));
    if (selecting !== undefined)
        throw new errors/* UserError */.yo(`the dependencies cannot be checked: Service/${selecting.metadata?.name} selects the pod of the check, which would get traffic`, 'remove a label that this Service selects from `verify.dependencies.labels`');
}

// EXTERNAL MODULE: ./.build/js/src/verify/identities.js
var verify_identities = __webpack_require__(98093);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
;// CONCATENATED MODULE: ./.build/js/src/verify/matrix.js



const atOnce = 4;
const mostAttempts = 3;
function askMatrix(matrix, ask, clock) {
    const cells = matrix.flatMap(endpoint => Object.entries(endpoint.expect).map(([identity, expected]) => ({ endpoint, identity, expected })));
    return (0,parallel.mapOf)(cells, atOnce, async ({ endpoint, identity, expected }) => {
        const start = clock.now();
        const { expect: _, type, ...request } = endpoint;
        const name = (0,verify_checks/* requestName */.ZK)(request);
        for (let attempts = 1;; attempts++) {
            const answer = await ask({ ...request, as: identity }, verify_checks/* longestAttempt */.uX);
            const ms = clock.now() - start;
            const got = answer.ok ? answer.response.status : undefined;
            const unavailable = got === undefined || (got >= 502 && got <= 504 && got !== expected);
            if (unavailable && attempts < mostAttempts) {
                await clock.sleep(verify_checks/* pauseBetween */.fq);
                continue;
            }
            const reason = answer.ok ? problemOf(answer.response, expected, type) : answer.reason;
            const found = reason === undefined ? {} : { reason, ...(0,verify_checks/* causedBy */.$z)(answer) };
            const cell = { endpoint: name, identity, expected, ...(got === undefined ? {} : { got }) };
            return { ...(0,verify_checks/* resultOf */.Bg)('matrix', `${name} as ${identity}`, found, attempts, ms), cell };
        }
    });
}
function problemOf(response, expected, type) {
    if (response.status !== expected)
        return `answered ${response.status}, expected ${expected}`;
    if (expected >= 300)
        return undefined;
    if (type === undefined)
        return (0,assertions/* isHtml */._6)(response)
            ? `answered ${expected} with HTML, probably the fallback page of a single-page app`
            : undefined;
    return (0,assertions/* mediaType */.JL)(response) === type.toLowerCase()
        ? undefined
        : `answered with a media type other than ${type}`;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/page.js



const mostAssets = 100;
const ofAsset = { limit: 32 * 1024 * 1024, keep: 4096 };
const day = 86_400;
async function askPage({ get, cacheable }, load, hide, clock) {
    const quote = (path) => (0,assertions/* excerpt */.Kb)(hide(path));
    const start = clock.now();
    const ended = (attempts, found) => (0,verify_checks/* resultOf */.Bg)('page', `the page ${get}`, found, attempts, clock.now() - start);
    const page = await load(get, {}, verify_checks/* longestAttempt */.uX);
    if (!page.ok)
        return ended(1, { reason: page.reason, ...(0,verify_checks/* causedBy */.$z)(page) });
    const { response } = page;
    if (response.status !== 200)
        return ended(1, { reason: `answered ${response.status}, expected 200` });
    if (!(0,assertions/* isHtml */._6)(response))
        return ended(1, { reason: 'answered with something other than HTML' });
    const all = assetsOf(response.body, response.url);
    const paths = all.slice(0, mostAssets);
    const loaded = await (0,parallel.mapOf)(paths, 4, async (path) => ({
        path,
        answer: await load(path, ofAsset, verify_checks/* longestAttempt */.uX),
    }));
    const broken = loaded.flatMap(({ path, answer }) => {
        const problem = page_problemOf(answer);
        return problem === undefined ? [] : [`${quote(path)} ${problem}`];
    });
    if (broken.length > 0)
        return ended(1 + paths.length, { reason: `names a file that does not load: ${broken[0]}` });
    const parts = [{ path: get, answer: page }, ...loaded].flatMap(({ path, answer }) => answer.ok ? [{ path, bytes: answer.response.bytes ?? 0, kept: isCacheable(answer.response) }] : []);
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const kept = parts.reduce((sum, each) => sum + (each.kept ? each.bytes : 0), 0);
    const share = total === 0 ? 0 : (kept / total) * 100;
    const more = all.length > paths.length
        ? ` (the page and the first ${paths.length} of the ${all.length} files that it names)`
        : '';
    const detail = `${share.toFixed(1)} % of ${total} bytes in ${parts.length} files are cacheable${more}`;
    if (share >= cacheable)
        return ended(parts.length, { detail });
    const worst = parts.filter(each => !each.kept && each.path !== get).sort((a, b) => b.bytes - a.bytes)[0];
    const example = worst === undefined ? '' : `; the largest that is not: ${quote(worst.path)}`;
    return ended(parts.length, {
        reason: `is not cacheable enough: ${detail}, expected ${cacheable} %${example}`,
    });
}
function page_problemOf(answer) {
    if (!answer.ok)
        return answer.reason;
    if (answer.response.status !== 200)
        return `answered ${answer.response.status}`;
    return (0,assertions/* isHtml */._6)(answer.response)
        ? 'answered with HTML, probably the fallback page for a missing file'
        : undefined;
}
function isCacheable({ headers }) {
    const directives = (headers['cache-control'] ?? '')
        .toLowerCase()
        .split(',')
        .map(each => each.trim());
    if (directives.some(each => /^(no-store|no-cache|private)\b/.test(each)))
        return false;
    const age = directives.find(each => each.startsWith('max-age='))?.slice('max-age='.length);
    return Number(age?.replaceAll('"', '') ?? Number.NaN) >= day;
}
const attribute = (name) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const [rel, href, src] = [attribute('rel'), attribute('href'), attribute('src')];
function assetsOf(html, url) {
    const base = new URL(url);
    const paths = html.split('>').flatMap(piece => {
        const found = /<(script|link|img|source)\b/i.exec(piece);
        if (found === null)
            return [];
        const start = found.index + found[0].length;
        const attributes = piece.slice(start, start + 4000);
        const value = (pattern) => pattern
            .exec(attributes)
            ?.slice(1)
            .find(each => each !== undefined);
        const isLink = found[1]?.toLowerCase() === 'link';
        if (isLink && !/stylesheet|icon|preload|manifest/i.test(value(rel) ?? ''))
            return [];
        const written = value(isLink ? href : src);
        const target = written === undefined ? null : URL.parse(written.replaceAll('&amp;', '&'), base.href);
        return target?.origin === base.origin ? [`${target.pathname}${target.search}`] : [];
    });
    return [...new Set(paths)];
}

;// CONCATENATED MODULE: ./.build/js/src/verify/revocation.js

const mostRestores = 4;
async function askRevoked(revoked, ask, clock) {
    const results = [];
    for (const each of revoked)
        results.push(await askOne(each, ask, clock));
    return results;
}
async function askOne(revocation, ask, clock) {
    const { revoke, restore, status, 'max-delay': most, ...request } = revocation;
    const start = clock.now();
    let attempts = 0;
    const send = (one, timeoutMs = verify_checks/* longestAttempt */.uX) => {
        attempts += 1;
        return ask(one, timeoutMs);
    };
    const title = (0,verify_checks/* revocationName */.Qk)(request, revoke);
    const ended = (found) => (0,verify_checks/* resultOf */.Bg)('revoked', title, found, attempts, clock.now() - start);
    let before = await send(request);
    if (before.ok && before.response.status >= 300 && restore !== undefined) {
        const lost = await grantAgain(restore);
        if (lost !== undefined)
            return ended({ ...lost, reason: `proves nothing: the access was already revoked, and ${lost.reason}` });
        before = await send(request);
    }
    if (!before.ok)
        return ended({ reason: before.reason, ...(0,verify_checks/* causedBy */.$z)(before) });
    if (before.response.status >= 300) {
        const reason = `proves nothing: it answered ${before.response.status} before access was revoked`;
        return restore === undefined && isRefusal(before)
            ? ended({ reason: `${reason}, and there is no \`restore\` that grants it again`, cause: 'environment' })
            : ended({ reason });
    }
    const done = await send(revoke);
    const first = isDone(done)
        ? await refusal()
        : { reason: `was not tried, because ${(0,verify_checks/* requestName */.ZK)(revoke)} ${said(done)}`, ...(0,verify_checks/* causedBy */.$z)(done) };
    const lost = restore === undefined ? undefined : await grantAgain(restore);
    if (lost === undefined)
        return ended(first);
    const reason = [first.reason, `left the access revoked: ${lost.reason}. Send that request again`]
        .filter(each => each !== undefined)
        .join('; ');
    return ended({ cause: first.reason === undefined ? 'environment' : 'release', ...first, reason });
    function isRefusal(answer) {
        const got = answer.ok ? answer.response.status : undefined;
        return status === undefined ? got === 401 || got === 403 : got === status;
    }
    async function grantAgain(restore) {
        for (let left = mostRestores;; left -= 1) {
            const answer = await send(restore);
            if (isDone(answer))
                return undefined;
            if (left === 1)
                return { reason: `${(0,verify_checks/* requestName */.ZK)(restore)} ${said(answer)}`, ...(0,verify_checks/* causedBy */.$z)(answer) };
            await clock.sleep(verify_checks/* pauseBetween */.fq);
        }
    }
    async function refusal() {
        const since = clock.now();
        for (;;) {
            const left = most - (clock.now() - since);
            const answer = await send(request, Math.max(1, Math.ceil(Math.min(left, verify_checks/* longestAttempt */.uX))));
            const ms = clock.now() - since;
            if (ms <= most && isRefusal(answer))
                return { detail: `refused after ${Math.round(ms)} ms` };
            if (ms + verify_checks/* pauseBetween */.fq >= most) {
                const how = answer.ok ? `still answers ${answer.response.status}` : answer.reason;
                return {
                    reason: `${how}, ${Math.round(ms)} ms after access was revoked, expected ${status ?? '401 or 403'} within ${most} ms`,
                    ...(0,verify_checks/* causedBy */.$z)(answer),
                };
            }
            await clock.sleep(verify_checks/* pauseBetween */.fq);
        }
    }
}
const isDone = (answer) => answer.ok && answer.response.status < 300;
const said = (answer) => (answer.ok ? `answered ${answer.response.status}` : answer.reason);

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/js/src/verify/tls.js




const unknown = (why) => ({ reason: `is unknown: ${why}`, skipped: true });
async function askTls(addresses, settings, clock, today = Date.now()) {
    const results = await Promise.all(addresses.map(({ name, place }) => Promise.all(questionsOf(settings, place, today).map(async ([what, ask]) => {
        const start = clock.now();
        const found = await ask();
        return (0,verify_checks/* resultOf */.Bg)('tls', `${what} of the address ${name}`, found, 1, clock.now() - start);
    }))));
    return results.flat();
}
function questionsOf({ days, minimum, hsts, redirect }, place, today) {
    if (place.base.protocol !== 'https:')
        return [['TLS', async () => ({ reason: 'is missing: it speaks plain HTTP' })]];
    const questions = [
        ['the certificate', () => certificate(place, days, today)],
        ['the minimum TLS version', () => oldVersions(place, minimum)],
    ];
    if (hsts)
        questions.push(['HSTS', () => strictTransport(place)]);
    if (redirect !== false)
        questions.push([
            'the redirect from HTTP to HTTPS',
            () => redirected(place, redirect === true ? 80 : redirect),
        ]);
    return questions;
}
async function certificate(place, days, today) {
    const met = await handshake(place, {});
    if ('reason' in met)
        return unknown(met.reason);
    if (met.untrusted !== undefined)
        return { reason: (0,assertions/* excerpt */.Kb)(met.untrusted) };
    const until = Date.parse(met.certificate.valid_to);
    const left = Math.floor((until - today) / 86_400_000);
    if (!(left >= days))
        return { reason: `is valid for ${left} more days, expected at least ${days}` };
    return { detail: `${left} days left, ${met.version}` };
}
async function oldVersions(place, minimum) {
    const newest = minimum === '1.3' ? 'TLSv1.2' : 'TLSv1.1';
    const met = await handshake(place, {
        minVersion: 'TLSv1',
        maxVersion: newest,
        ciphers: 'DEFAULT:@SECLEVEL=0',
    });
    if (!('reason' in met))
        return { reason: `is too low: the server accepts ${met.version}, expected at least TLS ${minimum}` };
    if (!met.refused)
        return unknown(met.reason);
    const current = await handshake(place, {});
    return 'reason' in current ? unknown(current.reason) : { detail: `${newest} is refused` };
}
async function strictTransport(place) {
    const answer = await (0,http/* probe */.dy)({ ...place, path: '/', timeoutMs: verify_checks/* longestAttempt */.uX });
    if (!answer.ok)
        return unknown(`GET / ${answer.reason}`);
    const value = answer.response.headers['strict-transport-security'];
    if (value === undefined)
        return { reason: 'is missing: GET / has no header Strict-Transport-Security' };
    const age = Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
    return age >= 86_400
        ? { detail: `${Math.floor(age / 86_400)} days` }
        : { reason: `is shorter than a day: "${(0,assertions/* excerpt */.Kb)(value)}"` };
}
async function redirected({ base, host }, port) {
    const plain = new URL(`http://${base.hostname}:${port}`);
    const name = (0,http/* withoutPort */.Y7)(host ?? base.host);
    const answer = await (0,http/* probe */.dy)({ base: plain, host: name, path: '/', timeoutMs: verify_checks/* longestAttempt */.uX });
    if (!answer.ok) {
        const closed = /refused the connection/.test(answer.reason);
        return closed ? { detail: `port ${port} is closed` } : unknown(`GET / on port ${port} ${answer.reason}`);
    }
    const { status, headers } = answer.response;
    const location = headers.location ?? '';
    const target = URL.parse(location);
    const isOwn = target?.protocol === 'https:' && target.hostname === new URL(`https://${name}`).hostname;
    if ([301, 302, 307, 308].includes(status) && isOwn)
        return { detail: `${status}` };
    return {
        reason: `is missing: GET / on port ${port} answered ${status}${location === '' ? '' : ` to ${(0,assertions/* excerpt */.Kb)(location)}`}`,
    };
}
async function handshake(place, versions) {
    const { checkServerIdentity, connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
    const { base, ca } = place;
    const name = nameAt(place);
    return new Promise(resolve => {
        let socket;
        const end = (met) => {
            socket?.destroy();
            resolve(met);
        };
        try {
            socket = connect({
                host: (0,http/* withoutBrackets */.o4)(base.hostname),
                port: Number(base.port || 443),
                ...((0,external_node_net_.isIP)(name) === 0 ? { servername: name } : {}),
                checkServerIdentity: (_, met) => checkServerIdentity(name, met),
                ...(ca === undefined ? {} : { ca }),
                ...versions,
                rejectUnauthorized: false,
            });
        }
        catch (error) {
            return end({ reason: error.message, refused: false });
        }
        const known = socket;
        known.setTimeout(verify_checks/* longestAttempt */.uX, () => end({ reason: `it did not answer within ${verify_checks/* longestAttempt */.uX} ms`, refused: false }));
        known.once('secureConnect', () => {
            const certificate = known.getPeerCertificate();
            const untrusted = known.authorized
                ? undefined
                : distrust(name, String(known.authorizationError), certificate);
            end({ certificate, version: known.getProtocol() ?? '', untrusted });
        });
        known.on('error', (error) => {
            const code = error.code ?? '';
            const refused = /ALERT|UNSUPPORTED_PROTOCOL|WRONG_VERSION/.test(code) || code === 'ECONNRESET' || code === 'EPROTO';
            end({
                reason: code === 'ECONNREFUSED' ? `${base.host} refused the connection` : code || error.message,
                refused,
            });
        });
    });
}
function distrust(name, code, { subjectaltname = 'no name' }) {
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return `is not valid for ${name}: it is for ${subjectaltname}`;
    if (code === 'CERT_HAS_EXPIRED')
        return 'has expired';
    if (code === 'CERT_NOT_YET_VALID')
        return 'is not valid yet';
    return /ISSUER|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)
        ? `is not trusted: its CA is unknown (${code})`
        : `cannot be verified (${code})`;
}
const nameAt = ({ base, host }) => (0,http/* withoutBrackets */.o4)((0,http/* withoutPort */.Y7)(host ?? base.host));

;// CONCATENATED MODULE: ./.build/js/src/verify/acceptance.js














const usualClock = { now: () => performance.now(), sleep: retry/* pause */.v7 };
const ofEnvironment = new Set(['addresses', 'tls', 'dependencies']);
async function acceptance_acceptance(cluster, request) {
    const { environment, env, only, clock = usualClock } = request;
    const { verify } = environment;
    if (verify === undefined)
        return { address: 'no address, because slipway.yml has no checks', results: [], partly: false };
    if (request.parts?.length === 0)
        return { address: 'no address, because nothing is checked', results: [], partly: false };
    const identities = (0,verify_identities/* identitiesOf */.UI)(verify, env ?? {});
    if (env !== undefined)
        for (const name of (0,verify_identities/* variablesOf */.ht)(verify))
            identities.secretOf(name);
    const unset = env === undefined || verify.ca === undefined ? undefined : identities.problemOf([verify.ca]);
    const found = unset === undefined
        ? await (0,verify_target.checkTargetOf)(cluster, environment).catch(acceptance_problemOf)
        : failure('checks', `could not be sent with the CA certificates in \`ca\`: ${unset}`, 'environment');
    if ('ok' in found)
        return { address: 'no address', results: [found], partly: false };
    const target = found;
    const trusting = (each) => (0,verify_target.withCa)(each, verify, env);
    const place = target.place && trusting(target.place);
    const at = place === undefined ? target : (0,verify_target.direct)(place);
    const ask = sender(at, identities);
    const checks = env === undefined ? (0,plain_checks/* plainChecks */.Ie)(verify.checks) : verify.checks;
    const judge = (check, response) => (0,assertions/* assess */.no)(check, response, identities);
    const { matrix, page, dependencies, tls, revoked } = verify;
    let addresses;
    const findAddresses = async () => {
        const [first, ...more] = await (0,verify_target.placesOf)(cluster, environment);
        return addressesOf(verify, [trusting(first), ...more.map(trusting)]);
    };
    const allAddresses = () => {
        addresses ??= findAddresses();
        return addresses;
    };
    const part = (name, settings, make) => {
        const isAsked = request.parts === undefined || request.parts.includes(name);
        return settings === undefined || !isAsked ? [] : [{ name, make: () => make(settings) }];
    };
    const askChecks = (all) => (0,verify_checks/* runChecks */.JT)(all, askCheck, clock, judge);
    const reading = [
        ...part('checks', some(checks.filter(verify_checks/* isSafe */.IP)), askChecks),
        ...(env === undefined
            ? []
            : [
                ...part('matrix', some(matrix?.filter(verify_checks/* isSafe */.IP)), all => askMatrix(all, ask, clock)),
                ...part('page', page, async (one) => [await pageOf(one, place, identities.hide, clock)]),
                ...part('dependencies', dependencies, all => askDependencies(cluster, all, request.owner, clock)),
                ...part('addresses', place, async () => askAddresses((await allAddresses()).filter(isOther), checks, identities, clock, judge)),
                ...part('tls', tls, async (settings) => askTls(await allAddresses(), settings, clock)),
            ]),
    ];
    const changing = [
        ...part('checks', some(checks.filter(each => !(0,verify_checks/* isSafe */.IP)(each))), askChecks),
        ...part('matrix', env && some(matrix?.filter(each => !(0,verify_checks/* isSafe */.IP)(each))), all => askMatrix(all, ask, clock)),
        ...part('revoked', env && revoked, all => askRevoked(all, ask, clock)),
    ];
    const results = only === 'writes' ? [] : (await Promise.all(reading.map(made))).flat();
    const mayChange = results.every(({ ok }) => ok) && (await (request.mayChange ?? true));
    for (const each of only === 'reads' ? [] : changing)
        results.push(...(mayChange ? await made(each) : [notSent(each.name)]));
    return {
        address: target.address,
        results: results.map(each => published(each, identities)),
        partly: env === undefined && hasMore(verify),
    };
    async function askCheck(check, timeoutMs) {
        const problem = identities.problemOf(Object.values(check['stored-secrets'] ?? {}));
        return problem === undefined
            ? ask(check, timeoutMs)
            : { ok: false, reason: `could not be judged: ${problem}`, unsent: true };
    }
    function isOther({ place: own }, _, all) {
        if (verify?.addresses !== undefined || all.length > 1)
            return true;
        return own.base.href !== place?.base.href || own.host !== place.host;
    }
}
const some = (list) => list?.length === 0 ? undefined : list;
const failure = (part, reason, cause) => (0,verify_checks/* resultOf */.Bg)(part, `verify.${part}`, { reason, cause, skipped: true }, 0, 0);
const notSent = (part) => ({
    ...failure(part, 'were not sent, because another check has failed', 'environment'),
    title: `the requests of verify.${part} that change something`,
});
function acceptance_problemOf(error) {
    if (!(error instanceof errors/* UserError */.yo))
        throw error;
    return failure('checks', `could not be sent: ${(0,errors/* describe */.q0)(error)}`, 'environment');
}
const hasMore = ({ checks, matrix, revoked, addresses, tls, page, dependencies }) => (0,plain_checks/* plainChecks */.Ie)(checks).length < checks.length ||
    [matrix, revoked, addresses, tls, page, dependencies].some(part => part !== undefined);
async function made({ name, make }) {
    try {
        return await make();
    }
    catch (error) {
        return [failure(name, `could not be checked: ${(0,errors/* describe */.q0)(error)}`, 'environment')];
    }
}
async function pageOf(page, place, hide, clock) {
    if (place === undefined)
        throw new Error('a page without an address');
    const root = (0,verify_target.direct)({ ...place, base: new URL('/', place.base) });
    const get = `${place.base.pathname.replace(/\/$/, '')}${page.get}`;
    return askPage({ ...page, get }, (path, sizes, timeoutMs) => root.request({ path, ...sizes }, timeoutMs), hide, clock);
}
const published = (result, { hide }) => ({
    ...result,
    ...(result.reason === undefined ? {} : { reason: hide(result.reason) }),
    ...(result.detail === undefined ? {} : { detail: hide(result.detail) }),
    ...(!result.ok && ofEnvironment.has(result.part ?? 'checks') ? { cause: 'environment' } : {}),
});


/***/ }),

/***/ 10794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addressProblem: () => (/* binding */ addressProblem),
/* harmony export */   atAddress: () => (/* binding */ atAddress),
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf),
/* harmony export */   direct: () => (/* binding */ direct),
/* harmony export */   placesOf: () => (/* binding */ placesOf),
/* harmony export */   throughApiServer: () => (/* binding */ throughApiServer),
/* harmony export */   withCa: () => (/* binding */ withCa)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22882);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78155);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60311);








async function checkTargetOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.from === 'service' && verify.url === undefined)
        return throughApiServer(cluster, environment);
    const [place] = await placesOf(cluster, environment);
    return direct(place);
}
async function placesOf(cluster, environment) {
    const { url } = environment.verify ?? {};
    return url === undefined ? ofGateway(cluster, environment) : [{ base: new URL(url) }];
}
async function addressProblem(cluster, environment) {
    const { namespace, route, verify } = environment;
    if (route === undefined || verify?.from !== 'gateway' || verify.url !== undefined)
        return undefined;
    const found = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(async () => {
        const live = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, namespace, route.name));
        return live && ofGateway(cluster, environment);
    });
    return found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo && !(found instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb) ? found : undefined;
}
function withCa(place, { ca }, env) {
    const pem = ca === undefined ? '' : (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .variableIn */ .S)(ca, env ?? process.env);
    return pem === '' ? place : { ...place, ca: pem };
}
function direct(place) {
    const { base, host } = place;
    const request = (each, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_6__/* .probe */ .dy)({ ...place, ...each, timeoutMs });
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: sendBy(request),
        request,
        place,
    };
}
const sendBy = (request) => ({ get: path, method = 'GET' }, timeoutMs) => request({ path, method }, timeoutMs);
function atAddress({ base, host, ...rest }, address) {
    const at = new URL(base);
    at.host = address.split(':').length > 2 && !address.startsWith('[') ? `[${address}]` : address;
    return { ...rest, base: at, host: host ?? base.host };
}
async function ofGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const remedy = 'set `verify.url` in slipway.yml to the address that users request';
    const parent = object.spec?.parentRefs?.find(({ kind = 'Gateway' }) => kind === 'Gateway');
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway in its parentRefs`, `add one, or ${remedy}`);
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const [first, ...more] = gateway?.status?.addresses?.map(({ value }) => value) ?? [];
    const wanted = object.spec?.hostnames?.[0];
    const listeners = (gateway?.spec?.listeners ?? []).filter(({ name: section, port, hostname }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port) &&
        serves(hostname, wanted));
    const listener = listeners.find(isSecure) ?? listeners[0];
    const problem = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has ${what}`, remedy);
    if (first === undefined)
        throw problem('no address in its status');
    if (listener === undefined)
        throw problem('no matching listener');
    const scheme = isSecure(listener) ? 'https' : 'http';
    const host = (wanted ?? listener.hostname)?.replace(/^\*\./, 'slipway.');
    const at = (address) => {
        const text = `${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`;
        const base = URL.parse(text);
        if (base === null || base.pathname !== '/' || base.username !== '')
            throw problem('an invalid address in its status');
        return { base, ...(host === undefined ? {} : { host }) };
    };
    return [at(first), ...more.map(at)];
}
const isSecure = ({ protocol }) => /^(HTTPS|TLS)$/.test(protocol);
function serves(listening, host) {
    if (listening === undefined || host === undefined || listening === host)
        return true;
    const below = (wide, name) => wide.startsWith('*.') && name.endsWith(wide.slice(1));
    return below(listening, host) || below(host, listening);
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, namespace, service));
    const port = portOf(object?.spec?.ports ?? []);
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'add the Service and its port to the manifests');
    }
    const rootOf = (protocol) => `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, namespace, `${protocol}${service}:${port.port}`)}/proxy`;
    let root = rootOf(usesTls(port) ? 'https:' : '');
    const request = async ({ path, headers: own, method = 'GET' }, timeoutMs) => {
        if (method !== 'GET')
            return { ok: false, reason: 'cannot be sent: through the API server, Slipway sends only GET' };
        const signal = AbortSignal.timeout(timeoutMs);
        const headers = { accept: '*/*', ...own };
        try {
            const ask = () => cluster.fetch(`${root}${path}`, signal, { method, headers });
            let answer = await ask();
            if (speaksNoTls.test(proxyProblem(answer) ?? '')) {
                root = rootOf('');
                answer = await ask();
            }
            if ((0,_cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isForAbsent */ .Js)(answer))
                return unsent((0,_assertions_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(answer.body));
            const why = proxyProblem(answer);
            if (why !== undefined)
                return { ok: false, reason: `got no answer from a pod: ${why}` };
            const response = { ...answer, headers: headersAsSent(answer.headers, root), url: `${service}${path}` };
            return { ok: true, response };
        }
        catch (error) {
            const { message } = error;
            const timedOut = signal.aborted ? { timedOut: true } : undefined;
            if (!(await answersItself(cluster)))
                return { ...unsent(message), ...timedOut };
            const reason = timedOut
                ? `did not answer within ${timeoutMs} ms`
                : `got an incomplete answer through the API server: ${message}`;
            return { ok: false, reason, ...timedOut };
        }
    };
    return {
        address: `Service/${service}, port ${port.port}, through the API server`,
        send: sendBy(request),
        request,
    };
}
const portOf = (ports) => {
    const main = ports.filter(({ name = '' }) => !/metrics|monitor|prom|admin|manage|health|debug|grpc/.test(name));
    return (ports.find(({ name }) => name === 'http') ??
        main.find(({ appProtocol }) => appProtocol === 'http') ??
        main[0] ??
        ports[0]);
};
const speaksNoTls = /server gave HTTP response to HTTPS client|does not look like a TLS handshake/;
function usesTls({ name, port, targetPort, appProtocol }) {
    const protocol = [appProtocol, targetPort, name].find(each => each === 'http' || each === 'https');
    return protocol === undefined ? port === 443 : protocol === 'https';
}
function proxyProblem({ status, body }) {
    if (status !== 503)
        return undefined;
    const { kind, message } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(body) ?? {};
    const isOwn = /^(error trying to reach service|no endpoints available for service)/.test(String(message));
    return kind === 'Status' && isOwn ? (0,_assertions_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(String(message)) : undefined;
}
const headersAsSent = (headers, root) => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => {
    if (name === 'location' && value.startsWith(`${root}/`))
        return [[name, value.slice(root.length)]];
    if (name !== 'cache-control')
        return [[name, value]];
    const sent = value.replace(/^no-cache, private(, |$)/, '');
    return sent === '' ? [] : [[name, sent]];
}));
const unsent = (why) => ({ ok: false, reason: `could not be sent through the API server: ${why}`, unsent: true });
const ownAnswer = 5_000;
const answersItself = (cluster) => cluster.fetch('/version', AbortSignal.timeout(ownAnswer)).then(answer => answer.status < 500 && !(0,_cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isForAbsent */ .Js)(answer), () => false);


/***/ })

};
