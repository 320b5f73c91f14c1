export const id = 4326;
export const ids = [4326];
export const modules = {

/***/ 90599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jh: () => (/* binding */ acceptedDigests),
  gw: () => (/* binding */ observeServed),
  ow: () => (/* binding */ readWhenSettled),
  Hy: () => (/* binding */ verifyWorkers),
  P5: () => (/* binding */ waitUntilServed)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var digest = __webpack_require__(55914);
;// CONCATENATED MODULE: ./.build/js/src/verify/served.js

function judgeServed(observation) {
    const reasons = [
        ...endpointProblems(observation),
        ...observation.pods.flatMap(pod => podProblems(pod, observation)),
    ];
    return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}
function sharedDigests(images) {
    return images
        .map(({ names = [] }) => names.flatMap(name => (name.includes('@') ? (runningDigest(name) ?? []) : [])))
        .filter(digests => digests.length > 1);
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
function podProblems(pod, observation) {
    const { expected, endpoints } = observation;
    const getsRequests = pod.ready || endpoints?.includes(pod.name) === true;
    return Object.entries(expected).flatMap(([name, digests]) => {
        const container = containerOf(pod, name);
        if (container === undefined)
            return getsRequests ? [`pod ${pod.name} has no container ${name}`] : [];
        if (container.imageID === '' && !getsRequests)
            return [];
        if (proves(container, digests, pod, observation))
            return [];
        const { imageID } = container;
        const running = runningDigest(imageID) ?? (imageID === '' ? 'nothing yet' : `${imageID}, which has no digest`);
        return [
            `container ${name} of pod ${pod.name} runs ${(0,digest/* shortDigests */.s)(running)}; expected ${(0,digest/* shortDigests */.s)(digests.join(' or '))}`,
        ];
    });
}
function proves({ imageID }, expected, { node }, { images }) {
    const digest = runningDigest(imageID);
    if (digest === undefined)
        return false;
    if (expected.includes(digest))
        return true;
    return (images?.[node] ?? []).some(digests => digests.includes(digest) && digests.some(each => expected.includes(each)));
}
function zonesOf(observation) {
    const { pods, zones } = observation;
    const zoneOf = (pod) => zones[pod.node] ?? 'unknown';
    const matches = (pod) => Object.entries(observation.expected).every(([name, digests]) => {
        const container = containerOf(pod, name);
        return container !== undefined && proves(container, digests, pod, observation);
    });
    return [...new Set(pods.map(zoneOf))].sort().map(zone => {
        const here = pods.filter(pod => zoneOf(pod) === zone);
        const count = (is) => here.filter(is).length;
        return { zone, pods: here.length, ready: count(pod => pod.ready), matching: count(matches) };
    });
}
const containerOf = ({ containers }, name) => containers.find(each => each.name === name);

// EXTERNAL MODULE: ./.build/js/src/workloads/controllers.js
var controllers = __webpack_require__(34889);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/release/store/pinned-images.js
var pinned_images = __webpack_require__(19050);
;// CONCATENATED MODULE: ./.build/js/src/release/served-digests.js










const settleTime = 10_000;
const untilSettled = { within: settleTime, delay: () => 250 };
function readWhenSettled(cluster, path) {
    const unfinished = (live) => live !== undefined && !(0,controllers/* isComplete */.As)(live);
    return (0,retry/* retry */.L5)({ ...untilSettled, unfinished }, () => cluster.get(path));
}
async function acceptedDigests(digests, registry, report) {
    const entries = Object.entries(digests).map(async ([container, image]) => {
        const digest = image.split('@')[1] ?? '';
        const resolved = await registry?.resolve((0,reference/* parseReference */.F2)(image)).catch(error => {
            report(`${image}: only its own digest can prove it, because the registry cannot be read: ${(0,errors/* describe */.q0)(error)}`);
            return undefined;
        });
        return [container, [digest, ...(resolved?.children ?? [])]];
    });
    return Object.fromEntries(await Promise.all(entries));
}
function waitUntilServed(cluster, environment, live, expected) {
    return (0,retry/* retry */.L5)({ ...untilSettled, unfinished: ({ ok }) => !ok }, () => observeServed(cluster, environment, live, expected));
}
async function observeServed(cluster, environment, live, expected) {
    const { namespace, service } = environment;
    const labelSelector = (0,workloads_pods/* selectorOf */.Bk)(live);
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
    const isNewest = (0,workloads_pods/* newestOf */.su)(live, kept.items);
    const ours = pods.items.filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && isNewest?.(pod));
    return judgeServed({
        pods: ours.map(pod => ({
            name: pod.metadata?.name ?? '',
            node: pod.spec?.nodeName ?? '',
            ready: (0,workloads_pods/* isReady */.i_)(pod),
            containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
                name,
                image,
                imageID,
            })),
        })),
        ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
        zones: Object.fromEntries(nodes.items.map(node => [node.metadata?.name ?? '', (0,labels/* zoneOf */.kE)(node) ?? 'unknown'])),
        images: Object.fromEntries(nodes.items.map(({ metadata, status }) => [metadata?.name ?? '', sharedDigests(status?.images ?? [])])),
        expected,
    });
}
function readyEndpoints(slices) {
    return slices.flatMap(slice => (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready !== false)
        .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'));
}
async function verifyWorkers(cluster, { namespace }, refs, record, ask) {
    const proofs = refs.map(async (ref) => {
        const name = (0,kinds/* keyOf */.TN)(ref);
        const live = await readWhenSettled(cluster, (0,kinds/* pathTo */.vs)(namespace, ref));
        if (live === undefined)
            return { name, pods: 0, matching: 0, named: [], reasons: [`${(0,kinds/* titleOf */.Gg)(ref)} is gone`] };
        const { images, named, problems } = (0,pinned_images/* pinnedImages */.D)(live, record);
        const served = (0,kinds/* replicasOf */.N4)(live) === 0
            ? { zones: [], reasons: [] }
            : await waitUntilServed(cluster, { namespace }, live, await acceptedDigests(images, ask.registry, ask.report));
        const reasons = [
            ...(record === undefined ? [] : problems),
            ...((0,controllers/* isComplete */.As)(live) ? [] : [`not fully rolled out: ${(0,controllers/* progressText */.l_)(live)}`]),
            ...served.reasons,
        ].map(reason => `${(0,kinds/* titleOf */.Gg)(ref)}: ${reason}`);
        if (ref.kind === 'CronJob' && reasons.length === 0)
            ask.report(`${(0,kinds/* titleOf */.Gg)(ref)} names the right images; its pods cannot be verified before its next run`);
        const sum = (of) => served.zones.reduce((all, zone) => all + zone[of], 0);
        return { name, pods: sum('pods'), matching: sum('matching'), named, reasons };
    });
    const proved = await Promise.all(proofs);
    return {
        workers: proved.map(({ reasons: _, named: __, ...worker }) => worker),
        named: proved.flatMap(({ named }) => named),
        reasons: proved.flatMap(({ reasons }) => reasons),
    };
}


/***/ }),

/***/ 19050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pinnedImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55914);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);



function pinnedImages(live, record) {
    const spec = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(live)?.spec;
    const running = new Set(spec?.containers?.map(({ name }) => name));
    const containers = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec).map(({ name, image = '' }) => ({ name, image }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
        const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
        return { images, named: [], problems: [] };
    }
    const images = {};
    const named = new Set();
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image).repository !== (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(wanted).repository)
                continue;
            named.add(wanted);
            if (running.has(name))
                images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} has the image ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(image)}, not ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(wanted)} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, named: [...named], problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';


/***/ }),

/***/ 94326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeOwner: () => (/* binding */ probeOwner),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30956);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31626);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _served_digests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90599);
/* harmony import */ var _store_pinned_images_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19050);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(46695);











async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new _store_releases_js__WEBPACK_IMPORTED_MODULE_10__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report);
    const live = await (0,_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .readWhenSettled */ .ow)(cluster, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const serving = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(live);
    if (live === undefined || serving === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy a release first');
    }
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = (0,_store_pinned_images_js__WEBPACK_IMPORTED_MODULE_8__/* .pinnedImages */ .D)(live, release?.record);
    const { workers: listed } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .recordedEnvironment */ .YM)(release?.record, request.environmentName, environment);
    const known = [
        ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live) ? [] : [`release ${serving} is not fully rolled out: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}`]),
    ];
    const digests = await (0,_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .acceptedDigests */ .jh)(pinned.images, request.registry, report);
    const running = Promise.all([
        (0,_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .waitUntilServed */ .P5)(cluster, environment, live, digests),
        (0,_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyWorkers */ .Hy)(cluster, environment, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .workersOf */ .N)({ workers: listed }), release?.record, request),
    ]);
    const problems = running.then(all => [...known, ...all.flatMap(({ reasons }) => reasons)]);
    const [[served, workers], accepted] = await Promise.all([
        running,
        (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_1__/* .acceptance */ .m)(cluster, {
            environment,
            env: request.env,
            ...(wanted === serving ? {} : { parts: [] }),
            owner: probeOwner(config.app, environment.namespace),
            mayChange: problems.then(all => all.length === 0, () => false),
        }),
    ]);
    const checks = accepted.results;
    const failed = checks.filter(({ ok }) => !ok);
    const reasons = [
        ...(await problems),
        ...failed.map(_verify_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .sentenceOf */ .$N),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unpinned = Object.keys(pinned.images).length === 0;
    const isVerified = release?.outcome?.state === 'verified';
    const partly = accepted.partly && !isVerified;
    const unproved = reasons.length === 0 && (unpinned || partly);
    if (reasons.length === 0 && release !== undefined && !unproved) {
        const obstacle = await records.markVerified(release, live.spec?.template);
        if (obstacle !== undefined)
            reasons.push(obstacle);
    }
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(unpinned
            ? `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`
            : `release ${serving} is not marked as verified: this run has no identities, so only some checks were run; run \`verify\``);
    }
    const isOfRelease = reasons.length > failed.length || failed.some(({ cause }) => cause !== 'environment');
    const cause = verdict === 'fail' ? { cause: isOfRelease ? 'release' : 'environment' } : {};
    if (cause.cause === 'environment')
        reasons.push(`release ${serving} is not the cause: it stays live, but is not marked as verified. Fix the cause, then run \`verify\` again`);
    report(`release ${wanted}: ${words[verdict]}`);
    return {
        verdict,
        release: wanted,
        digests: pinned.images,
        shown: [...new Set([...pinned.named, ...workers.named])],
        served,
        workers: workers.workers,
        checks,
        address: accepted.address,
        reasons,
        ...cause,
    };
}
const probeOwner = (app, namespace) => ({
    app,
    namespace,
    labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind]: 'probe' },
});
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'it is live, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(after) === (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(before);
    return same ? [] : ['the workload was changed while it was being verified'];
}


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ }),

/***/ 78155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* binding */ assess),
  Kb: () => (/* binding */ excerpt),
  _6: () => (/* binding */ isHtml),
  JL: () => (/* binding */ mediaType)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
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
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js


const noSecrets = { secretOf: () => '', hide: text => text };
function assess(check, response, known = noSecrets) {
    const quote = (text) => excerpt(known.hide(text));
    const reason = statusProblem(check, response, quote) ??
        htmlProblem(check, response) ??
        typeProblem(check, response, quote) ??
        headersProblem(check, response, quote) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response, quote) ??
        storedSecretProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['stored-secrets'] !== undefined;
function statusProblem(check, { status, headers, body }, quote) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(quote(body));
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}, probably the fallback page of a single-page app`;
}
function typeProblem(check, response, quote) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const written = quote(response.headers['content-type'] ?? '')
        .split(';', 1)
        .join('')
        .trim();
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }, quote) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return isSecret(check)
                ? `answered with another ${name}, expected "${expected}"`
                : `answered with ${name} "${quote(value)}", expected "${expected}"${assertions_hidden(quote(value), excerpt(expected))}`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [], url }) {
    const read = set.map(each => cookieOf(each, url));
    for (const name of cookies) {
        const own = read.filter(each => each.name === name);
        if (own.length === 0)
            return `did not set the cookie ${name}`;
        const kept = [...Map.groupBy(own, ({ scope }) => scope).values()].flatMap(all => {
            const last = all.at(-1);
            return last === undefined || last.isDeleted ? [] : [last];
        });
        if (kept.length === 0)
            return `deleted the cookie ${name}`;
        const lacking = cookieFlags
            .filter(([, flag]) => kept.some(({ has }) => !has(flag)))
            .map(([flag]) => flag);
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
const cookieFlags = [
    ['Secure', /^secure$/i],
    ['HttpOnly', /^httponly$/i],
    ['SameSite', /^samesite=(strict|lax|none)$/i],
];
function cookieOf(text, url) {
    const [pair = '', ...rest] = text.split(';');
    const attributes = rest.map(each => each.trim());
    const attribute = (pattern) => attributes.findLast(each => pattern.test(each))?.replace(/^[^=]*=\s*/, '');
    const age = attribute(/^max-age\s*=\s*-?\d+$/i);
    const hasExpired = age === undefined ? Date.parse(attribute(/^expires\s*=/i) ?? '') <= Date.now() : Number(age) <= 0;
    const { hostname, pathname } = new URL(url);
    const domain = (attribute(/^domain\s*=/i) || hostname).toLowerCase().replace(/^\./, '');
    const path = attribute(/^path\s*=\s*\//i) ?? (pathname.replace(/\/[^/]*$/, '') || '/');
    return {
        name: pair.includes('=') ? pair.split('=', 1).join('').trim() : '',
        scope: `${domain} ${path}`,
        isDeleted: /^[^=]*=\s*$/.test(pair) || hasExpired,
        has: (pattern) => attributes.some(each => pattern.test(each)),
    };
}
function storedSecretProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['stored-secrets'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    const document = (0,map/* jsonIn */.Yf)(body);
    if (document === undefined)
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        const wanted = JSON.stringify(expected);
        if (value === expected)
            continue;
        if (isSecret(check))
            return `answered with another value for ${path}, expected ${wanted}`;
        const got = scalar(value, quote);
        return `answered with ${got} for ${path}, expected ${wanted}${assertions_hidden(got, excerpt(wanted))}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const expected = excerpt(check.body);
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    const detail = isSecret(check) ? '' : assertions_hidden(quote(body), expected);
    return `answered with ${got}, expected "${expected}"${detail}`;
}
const assertions_hidden = (got, expected) => got === expected ? ' (they differ in whitespace or invisible characters, or after 120 characters)' : '';
const ansiCode = new RegExp(`${String.fromCodePoint(0x1b)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(ansiCode, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(text) {
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value, quote) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type = '') {
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


/***/ }),

/***/ 31626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JM: () => (/* binding */ mayBeFaultOfRelease),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   Qk: () => (/* binding */ revocationName),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const resultOf = (part, title, found, attempts, ms) => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const revocationName = (request, revoke) => `${requestName(request)} after ${requestName(revoke)}`;
const mayBeFaultOfRelease = ({ ok, cause, skipped }) => !ok && skipped !== true && cause !== 'environment';
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = (answer) => !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};
const pauseBetween = 250;
const longestAttempt = 10_000;
const mostMeasurements = 3;
function runChecks(checks, send, clock, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}
async function runCheck(check, send, clock, judge) {
    const start = clock.now();
    const asked = { title: requestName(check), check };
    let measured = 0;
    const limit = check['faster-than'];
    let found;
    for (let attempts = 1;; attempts++) {
        const left = check['retry-for'] - (clock.now() - start);
        const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
        const answer = await ask(check, send, within, judge);
        if (answer.ok) {
            const { requests, ...latency } = limit === undefined ? { requests: 0 } : await measure(check, limit, send, clock, judge);
            attempts += requests;
            measured += 1;
            found = latency;
        }
        else if (found === undefined || answer.timedOut !== true || within === longestAttempt) {
            found = { reason: answer.reason, ...causedBy(answer) };
        }
        const ms = clock.now() - start;
        const ok = found.reason === undefined;
        if (ok || !isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
            return { ...asked, ok, ...found, attempts, ms };
        await clock.sleep(pauseBetween);
    }
}
async function ask(check, send, timeoutMs = longestAttempt, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? judge(check, answer.response) : answer;
}
async function measure(check, limit, send, clock, judge) {
    const { times = 20 } = check;
    const allowed = Math.floor(times * 0.05);
    const took = [];
    let slow = 0;
    while (took.length < times) {
        const start = clock.now();
        const answer = await send(check, longestAttempt);
        const ms = clock.now() - start;
        took.push(ms);
        const requests = took.length;
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        if (!assessment.ok) {
            const reason = `${assessment.reason}, at request ${requests} of ${times}`;
            return { requests, reason, ...causedBy(assessment) };
        }
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests; 95 % of ${times} must be faster`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ })

};
