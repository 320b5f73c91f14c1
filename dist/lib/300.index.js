export const id = 300;
export const ids = [300];
export const modules = {

/***/ 1300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.j)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js

function assess(check, response) {
    const reason = statusProblem(check, response) ??
        htmlProblem(check, response) ??
        typeProblem(check, response) ??
        headersProblem(check, response) ??
        jsonProblem(check, response) ??
        bodyProblem(check, response);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
function statusProblem(check, { status, headers, body }) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const detail = status >= 300 && status < 400 && location !== undefined
        ? ` (a redirect to ${excerpt(location)}, which is not followed)`
        : quotedBody(body);
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = check.json !== undefined || (check.type !== undefined && isJsonType(check.type));
    if (!wantsJson || !isHtml(response))
        return undefined;
    return `answered ${response.status} with HTML where JSON was expected: a single-page app's fallback answers anything`;
}
function typeProblem(check, response) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    return `answered with ${type === '' ? 'no media type' : excerpt(type)}, expected ${check.type}`;
}
function headersProblem(check, { headers }) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return `answered with ${name} "${excerpt(value)}", expected "${expected}"`;
    }
    return undefined;
}
function jsonProblem(check, { body }) {
    if (check.json === undefined)
        return undefined;
    let document;
    try {
        document = JSON.parse(body);
    }
    catch {
        return `answered with something that is not JSON${quotedBody(body)}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${scalar(value)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : `the body "${excerpt(body)}"`;
    return `answered with ${got}, expected "${excerpt(check.body)}"`;
}
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(body) {
    const text = excerpt(body);
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return excerpt(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type) {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}

;// CONCATENATED MODULE: ./.build/js/src/verify/checks.js

const pause = 250;
const longestAttempt = 10_000;
function runChecks(checks, send, clock) {
    return Promise.all(checks.map(check => runCheck(check, send, clock)));
}
async function runCheck(check, send, clock) {
    const start = clock.now();
    for (let attempts = 1;; attempts++) {
        const left = check.within - (clock.now() - start);
        const answer = await send(check, Math.max(1, Math.min(left, longestAttempt)));
        const assessment = answer.ok ? assess(check, answer.response) : answer;
        const ms = clock.now() - start;
        if (assessment.ok)
            return { check, ok: true, attempts, ms };
        if (ms + pause >= check.within)
            return { check, ok: false, reason: assessment.reason, attempts, ms };
        await clock.sleep(pause);
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/controllers.js
var controllers = __webpack_require__(7194);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(4485);
;// CONCATENATED MODULE: ./.build/js/src/verify/http.js
const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        const body = await readBody(message);
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: { status: message.statusCode ?? 0, headers: Object.fromEntries(headers), body, url },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms` };
        if (!(error instanceof Error))
            throw error;
        return { ok: false, reason: failure(error, base) };
    }
}
async function send({ base, host, path }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)));
    const name = (host ?? base.host).replace(/:\d+$/, '');
    const options = {
        hostname: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method: 'GET',
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
        },
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end();
    });
}
async function readBody(message) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        const bytes = chunk;
        size += bytes.length;
        if (size > largestBody)
            throw new BodyTooLarge();
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
class BodyTooLarge extends Error {
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return 'answered with a body larger than 1 MiB';
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got no whole answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} is not known`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}

;// CONCATENATED MODULE: ./.build/js/src/release/entrance.js



async function entranceOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.url !== undefined)
        return direct(new URL(verify.url), undefined);
    return verify?.from === 'service'
        ? throughApiServer(cluster, environment)
        : throughGateway(cluster, environment);
}
function direct(base, host) {
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: (check, timeoutMs) => probe({ base, path: check.get, timeoutMs, ...(host === undefined ? {} : { host }) }),
    };
}
async function throughGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new toolkit_errors/* UserError */.yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new toolkit_errors/* UserError */.yo(`HTTPRoute/${name} names no gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.gateway, parent.namespace ?? namespace, parent.name));
    const address = gateway?.status?.addresses?.[0]?.value;
    const listener = gateway?.spec?.listeners?.find(({ name: section, port }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port));
    if (address === undefined || listener === undefined) {
        throw new toolkit_errors/* UserError */.yo(`Gateway/${parent.name} of HTTPRoute/${name} has no ${address === undefined ? 'address in its status' : 'such listener'}`, 'set `verify.url` in slipway.yml to the address that users take');
    }
    const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    const host = object.spec?.hostnames?.[0] ?? listener.hostname;
    const base = new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`);
    return direct(base, host?.replace(/^\*\./, 'slipway.'));
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new toolkit_errors/* UserError */.yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'complete it in the manifests');
    }
    const root = `${(0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    return {
        address: `Service/${service} through the API server`,
        send: async (check, timeoutMs) => {
            try {
                const answer = await cluster.fetch(`${root}${check.get}`, AbortSignal.timeout(timeoutMs));
                return { ok: true, response: { ...answer, url: `${service}${check.get}` } };
            }
            catch (error) {
                return { ok: false, reason: `could not be sent through the API server: ${error.message}` };
            }
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/kinds.js
var kinds = __webpack_require__(5072);
// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
// EXTERNAL MODULE: ./.build/js/src/release/record.js
var release_record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/recorded.js
var recorded = __webpack_require__(8091);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(5898);
;// CONCATENATED MODULE: ./.build/js/src/verify/served.js
function judgeServed(observation) {
    const reasons = [
        ...endpointProblems(observation),
        ...observation.pods.flatMap(pod => podProblems(pod, observation)),
    ];
    return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}
function runningDigest(imageID) {
    return /(?:^|@|\/)(sha(?:256|512):[0-9a-f]+)$/.exec(imageID)?.[1];
}
function endpointProblems({ endpoints, pods }) {
    if (endpoints === undefined) {
        return pods.some(pod => pod.ready) ? [] : ['no pod of the workload is ready'];
    }
    if (endpoints.length === 0)
        return ['the Service has no ready endpoint, so no request can be answered'];
    const known = new Set(pods.map(pod => pod.name));
    return endpoints
        .filter(name => !known.has(name))
        .map(name => `the Service sends requests to pod ${name}, which does not belong to the release`);
}
function podProblems(pod, { expected, endpoints }) {
    const serves = pod.ready || endpoints?.includes(pod.name) === true;
    return Object.entries(expected).flatMap(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        if (container === undefined)
            return serves ? [`pod ${pod.name} has no container ${name}`] : [];
        if (container.imageID === '' && !serves)
            return [];
        const digest = runningDigest(container.imageID);
        if (digest !== undefined && digests.includes(digest))
            return [];
        const running = digest ?? (container.imageID === '' ? 'nothing yet' : `${container.imageID}, which has no digest`);
        return [`container ${name} of pod ${pod.name} runs ${running}; expected ${digests.join(' or ')}`];
    });
}
function zonesOf({ pods, zones, expected }) {
    const zoneOf = (pod) => zones[pod.node] ?? 'unknown';
    return [...new Set(pods.map(zoneOf))].sort().map(zone => {
        const here = pods.filter(pod => zoneOf(pod) === zone);
        const matching = here.filter(pod => matches(pod, expected));
        return {
            zone,
            pods: here.length,
            ready: here.filter(pod => pod.ready).length,
            matching: matching.length,
        };
    });
}
function matches(pod, expected) {
    return Object.entries(expected).every(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        const digest = container === undefined ? undefined : runningDigest(container.imageID);
        return digest !== undefined && digests.includes(digest);
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/pods.js
var release_pods = __webpack_require__(7687);
;// CONCATENATED MODULE: ./.build/js/src/release/served-digests.js







const settleTime = 10_000;
const systemClock = {
    now: () => performance.now(),
    sleep: (ms) => new Promise(resolve => setTimeout(resolve, ms)),
};
async function settled(cluster, path) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const live = await cluster.get(path);
        if (live === undefined || (0,controllers/* isUp */.ie)(live) || systemClock.now() >= end)
            return live;
        await systemClock.sleep(250);
    }
}
function pinnedImages(live, record) {
    const containers = ((0,kinds/* templateOf */.kW)(live)?.spec?.containers ?? []).map(({ name, image = '' }) => ({
        name,
        image,
    }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ image }) => image.includes('@'));
        return { images: Object.fromEntries(pinned.map(({ name, image }) => [name, image])), problems: [] };
    }
    const images = {};
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,reference/* parseReference */.F2)(image).repository !== (0,reference/* parseReference */.F2)(wanted).repository)
                continue;
            images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} is set to ${image}, not to the ${wanted} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';
async function acceptable(digests, registry, report) {
    const entries = Object.entries(digests).map(async ([container, image]) => {
        const digest = image.split('@')[1] ?? '';
        const resolved = await registry?.resolve((0,reference/* parseReference */.F2)(image)).catch(error => {
            report(`${image}: only its own digest can prove it, for the registry cannot be asked: ${(0,toolkit_errors/* describe */.q0)(error)}`);
            return undefined;
        });
        return [container, [digest, ...(resolved?.children ?? [])]];
    });
    return Object.fromEntries(await Promise.all(entries));
}
async function serves(cluster, environment, live, expected) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const served = await observeServed(cluster, environment, live, expected);
        if (served.ok || systemClock.now() >= end)
            return served;
        await systemClock.sleep(250);
    }
}
async function observeServed(cluster, environment, live, expected) {
    const { namespace, service } = environment;
    const labelSelector = (0,release_pods/* selectorOf */.Bk)(live);
    const { revisions } = (0,kinds/* traitsOf */.JC)((0,kinds/* kindOf */.I)(live));
    const [pods, kept, slices, nodes] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector }),
        revisions === undefined
            ? { items: [] }
            : cluster.list((0,resources/* pathOf */.XM)(revisions, namespace), { labelSelector }),
        service === undefined
            ? undefined
            : cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, namespace), {
                labelSelector: `kubernetes.io/service-name=${service}`,
            }),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, namespace)),
    ]);
    const isNewest = (0,release_pods/* newestOf */.su)(live, kept.items);
    const ours = pods.items.filter(pod => (0,release_pods/* isLiving */.O)(pod) && isNewest?.(pod));
    return judgeServed({
        pods: ours.map(pod => ({
            name: pod.metadata?.name ?? '',
            node: pod.spec?.nodeName ?? '',
            ready: (0,release_pods/* isReady */.i_)(pod),
            containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
                name,
                image,
                imageID,
            })),
        })),
        ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
        zones: Object.fromEntries(nodes.items.map(({ metadata }) => [
            metadata?.name ?? '',
            metadata?.labels?.['topology.kubernetes.io/zone'] ?? 'unknown',
        ])),
        expected,
    });
}
function readyEndpoints(slices) {
    return slices.flatMap(slice => (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready !== false)
        .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'));
}
async function proveWorkers(cluster, { namespace }, refs, record, ask) {
    const proofs = refs.map(async (ref) => {
        const name = (0,kinds/* keyOf */.TN)(ref);
        const live = await settled(cluster, (0,kinds/* pathTo */.vs)(namespace, ref));
        if (live === undefined)
            return { name, pods: 0, matching: 0, reasons: [`${(0,kinds/* titleOf */.Gg)(ref)} is gone`] };
        const { images, problems } = pinnedImages(live, record);
        const served = (0,kinds/* replicasOf */.N4)(live) === 0
            ? { zones: [], reasons: [] }
            : await serves(cluster, { namespace }, live, await acceptable(images, ask.registry, ask.report));
        const reasons = [
            ...(record === undefined ? [] : problems),
            ...((0,controllers/* isUp */.ie)(live) ? [] : [`not every pod is up: ${(0,controllers/* upText */.VX)(live)}`]),
            ...served.reasons,
        ].map(reason => `${(0,kinds/* titleOf */.Gg)(ref)}: ${reason}`);
        if (ref.kind === 'CronJob' && reasons.length === 0)
            ask.report(`${(0,kinds/* titleOf */.Gg)(ref)} names what it should; its pods are proved by nothing until its next run`);
        const sum = (of) => served.zones.reduce((all, zone) => all + zone[of], 0);
        return { name, pods: sum('pods'), matching: sum('matching'), reasons };
    });
    const proved = await Promise.all(proofs);
    return {
        workers: proved.map(({ reasons: _, ...worker }) => worker),
        reasons: proved.flatMap(({ reasons }) => reasons),
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/workers.js
var release_workers = __webpack_require__(3060);
;// CONCATENATED MODULE: ./.build/js/src/release/verify.js











async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new release_record/* Records */.tU(cluster, environment.namespace, config.app);
    const live = await settled(cluster, (0,kinds/* pathTo */.vs)(environment.namespace, environment.workload));
    const marked = live?.metadata?.annotations?.[naming/* labels */.WD.release];
    if (live === undefined || marked === undefined) {
        throw new toolkit_errors/* UserError */.yo(`${(0,kinds/* titleOf */.Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy first');
    }
    const serving = Number(marked);
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = pinnedImages(live, release?.record);
    const { workers: listed } = (0,recorded/* recordedEnvironment */.Y)(release?.record, request.environmentName, environment);
    const [served, workers, entrance] = await Promise.all([
        serves(cluster, environment, live, await acceptable(pinned.images, request.registry, report)),
        proveWorkers(cluster, environment, (0,release_workers/* workersOf */.N)({ workers: listed }), release?.record, request),
        environment.verify === undefined ? undefined : entranceOf(cluster, environment),
    ]);
    const checks = entrance === undefined
        ? []
        : await runChecks(environment.verify?.checks ?? [], entrance.send, systemClock);
    const reasons = [
        ...(wanted === serving ? [] : [`release ${wanted} is asked for, but release ${serving} is serving`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,controllers/* isUp */.ie)(live) ? [] : [`not every pod of release ${serving} is up: ${(0,controllers/* upText */.VX)(live)}`]),
        ...served.reasons,
        ...workers.reasons,
        ...checks.filter(check => !check.ok).map(({ check, reason }) => `GET ${check.get} ${reason}`),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unproved = reasons.length === 0 && Object.keys(pinned.images).length === 0;
    if (reasons.length === 0 && release !== undefined && !unproved)
        reasons.push(...(await markVerified(cluster, records, release, live)));
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(`release ${serving} was found living and nothing pins its images: it is not marked as verified`);
    }
    report(`release ${wanted}: ${words[verdict]}`);
    const address = entrance?.address ?? 'no checks configured';
    return {
        verdict,
        release: wanted,
        digests: pinned.images,
        served,
        workers: workers.workers,
        checks,
        address,
        reasons,
    };
}
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'serves, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,kinds/* pathTo */.vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        after?.metadata?.annotations?.[naming/* labels */.WD.release] === before.metadata?.annotations?.[naming/* labels */.WD.release];
    return same ? [] : ['the workload was changed while it was being verified'];
}
async function markVerified(cluster, records, release, live) {
    const { record, outcome, outcomeVersion } = release;
    if (outcome?.state === 'verified')
        return [];
    const template = outcome?.template ?? live.spec?.template;
    try {
        await records.amend({
            schema: 1,
            release: record.release,
            state: 'verified',
            at: new Date(cluster.now()).toISOString(),
            ...(outcome?.token === undefined ? {} : { token: outcome.token }),
            ...(template === undefined ? {} : { template }),
            ...(0,release_record/* restorable */.wq)(outcome),
        }, outcomeVersion);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* ClusterError */.b$ && error.isConflict))
            throw error;
        return [`the outcome of release ${record.release} was changed while it was being verified`];
    }
}


/***/ })

};
