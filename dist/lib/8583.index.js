export const id = 8583;
export const ids = [8583,8961,1342,794];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    const { matchLabels, matchExpressions = [] } = (selector ?? {});
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 94326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeOwner: () => (/* binding */ probeOwner),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22200);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(31626);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24576);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29296);
/* harmony import */ var _workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18909);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17121);











async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new _store_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report);
    const live = await (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .settled */ .gu)(cluster, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const serving = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseOf */ .l7)(live);
    if (live === undefined || serving === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy a release first');
    }
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .pinnedImages */ .Dl)(live, release?.record);
    const { workers: listed } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .recordedEnvironment */ .Y)(release?.record, request.environmentName, environment);
    const [served, workers, accepted] = await Promise.all([
        (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .waitUntilServed */ .P5)(cluster, environment, live, await (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .acceptable */ .FI)(pinned.images, request.registry, report)),
        (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyWorkers */ .Hy)(cluster, environment, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .workersOf */ .N)({ workers: listed }), release?.record, request),
        (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptance */ .m)(cluster, {
            environment,
            env: request.env,
            owner: probeOwner(config.app, environment.namespace),
        }),
    ]);
    const checks = accepted.results;
    const reasons = [
        ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__/* .isComplete */ .As)(live) ? [] : [`release ${serving} is not fully rolled out: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__/* .progressText */ .l_)(live)}`]),
        ...served.reasons,
        ...workers.reasons,
        ...checks.filter(check => !check.ok).map(_verify_checks_js__WEBPACK_IMPORTED_MODULE_10__/* .sentenceOf */ .$N),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unpinned = Object.keys(pinned.images).length === 0;
    const isVerified = release?.outcome?.state === 'verified';
    const partly = accepted.partly && !isVerified;
    const unproved = reasons.length === 0 && (unpinned || partly);
    if (reasons.length === 0 && release !== undefined && !unproved)
        reasons.push(...(await markVerified(cluster, records, release, live)));
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(unpinned
            ? `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`
            : `release ${serving} is not marked as verified: this run has no identities, so only some checks were made; run \`verify\``);
    }
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
    };
}
const probeOwner = (app, namespace) => ({
    app,
    namespace,
    labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind]: 'probe' },
});
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'it is live, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseOf */ .l7)(after) === (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseOf */ .l7)(before);
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
            ...(0,_store_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .restorable */ .wq)(outcome),
        }, outcomeVersion);
        return [];
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        return [`the outcome of release ${record.release} was changed while it was being verified`];
    }
}


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   singleFile: () => (/* binding */ singleFile)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
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

/***/ 22200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ acceptance)
});

// EXTERNAL MODULE: ./.build/js/src/config/plain-checks.js
var plain_checks = __webpack_require__(65364);
// EXTERNAL MODULE: ./.build/js/src/toolkit/environment.js
var environment = __webpack_require__(24297);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/verify/assertions.js + 1 modules
var assertions = __webpack_require__(78155);
// EXTERNAL MODULE: ./.build/js/src/verify/checks.js
var verify_checks = __webpack_require__(31626);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var cluster_labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
;// CONCATENATED MODULE: ./.build/js/src/verify/dependency-pod.js

const unable = 3;
const script = `set -u
export LC_ALL=C
fail() { echo "$1"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
need() { has "$1" || { echo "the image has no $1"; exit ${unable}; }; }
limited() { if has timeout; then timeout 15 "$@"; else "$@"; fi; }
case $KIND in
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
    if has curl; then said=$(limited curl --fail --silent --show-error --max-time 10 --output /dev/null "$URL" 2>&1) || fail "\${said:-it does not answer with a status of 2xx}"
    else
      need wget
      said=$(limited wget -q -T 10 -O /dev/null "$URL" 2>&1) || fail "\${said:-it does not answer with a status of 2xx}"
    fi
    ;;
  redis)
    need nc
    said=$({
      [ -z "\${PASSWORD-}" ] || printf '*2\\r\\n$4\\r\\nAUTH\\r\\n$%s\\r\\n%s\\r\\n' "\${#PASSWORD}" "$PASSWORD"
      printf '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nQUIT\\r\\n'
    } | limited nc -w 5 "$HOST" "$PORT" 2>/dev/null | head -c 2000)
    case $said in
      *WRONGPASS* | *'invalid password'*) fail "it refuses the password" ;;
      *NOAUTH*) fail "it demands a password" ;;
      *PONG*) ;;
      '') fail "it does not answer PING" ;;
      *) if [ -n "\${PASSWORD-}" ]; then fail "it does not answer PING with PONG"; else fail "it answers PING with: $said"; fi ;;
    esac
    ;;
  postgres)
    need psql
    said=$(limited psql -XAtwc 'SELECT 1' 2>&1) || fail "$said"
    [ "$said" = 1 ] || fail "it answers SELECT 1 with: $said"
    ;;
esac
`;
const targetOf = (edge) => edge.http ?? edge.tcp ?? edge.redis ?? edge.postgres ?? edge.dns ?? '';
const literal = (text) => text.replaceAll('$', () => '$$');
function probeJob({ image, labels = {}, within, edges }, owner) {
    const { name, namespace, labels: own } = owner;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name, namespace, labels: { ...own } },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: Math.ceil(within / 1000),
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
                    containers: Object.entries(edges).map(([edgeName, edge]) => ({
                        name: edgeName,
                        image,
                        command: ['sh', '-c', literal(script)],
                        env: environmentOf(edge),
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
    const { http, tcp, redis, postgres, dns, user, database, sslmode, secret, key } = edge;
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(tcp ?? redis ?? postgres ?? '') ?? [];
    const kind = http ? 'http' : tcp ? 'tcp' : redis ? 'redis' : postgres ? 'postgres' : 'dns';
    const values = {
        KIND: kind,
        ...(kind === 'http' ? { URL: http } : {}),
        ...(kind === 'dns' ? { HOST: dns } : {}),
        ...(kind === 'tcp' || kind === 'redis' ? { HOST: host, PORT: port } : {}),
        ...(kind === 'postgres'
            ? {
                ...{ PGHOST: host, PGPORT: port, PGUSER: user, PGDATABASE: database, PGSSLMODE: sslmode },
                PGCONNECT_TIMEOUT: '5',
                HOME: '/tmp',
            }
            : {}),
    };
    const password = secret === undefined || key === undefined
        ? []
        : [
            {
                name: kind === 'postgres' ? 'PGPASSWORD' : 'PASSWORD',
                valueFrom: { secretKeyRef: { name: secret, key } },
            },
        ];
    return [
        ...Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ name, value: literal(value) }]),
        ...password,
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
        why: said === '' ? `its container ended with exit code ${exitCode} (${(0,assertions/* excerpt */.Kb)(reason)})` : said,
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
async function findings(cluster, uid, { edges, within }, namespace, clock) {
    const start = clock.now();
    const names = Object.keys(edges);
    let stuckSince;
    for (;;) {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
            labelSelector: `batch.kubernetes.io/controller-uid=${uid}`,
        });
        const found = findingsIn(items[0]);
        const now = clock.now();
        const settled = names.every(name => found.has(name));
        const stuck = [...found.values()].some(({ state }) => state === 'unknown');
        stuckSince = stuck ? (stuckSince ?? now) : undefined;
        const over = now - start > within + startGrace;
        const ended = items[0]?.status?.phase === 'Succeeded' || items[0]?.status?.phase === 'Failed';
        if (over || (settled && (ended || !stuck || now - (stuckSince ?? now) > startGrace)))
            return found;
        await clock.sleep(poll);
    }
}
function resultsOf({ edges, within }, found, app, ms) {
    const failed = new Set(Object.keys(edges).filter(name => found.get(name)?.state !== 'ok'));
    const results = Object.entries(edges).map(([name, edge]) => {
        const { state, why = '' } = found.get(name) ?? {
            state: 'unknown',
            why: `its container did not end within ${within / 1000} s`,
        };
        const cause = failed.has(name) ? causeOf(name, edges, failed) : undefined;
        const problem = state === 'unknown' ? `could not be asked: ${why}` : `is broken: ${why}`;
        return {
            part: 'dependencies',
            title: `the dependency ${name} (${targetOf(edge)})`,
            ok: state === 'ok',
            ...(state === 'ok'
                ? {}
                : { reason: cause === undefined ? problem : `${problem}; it needs ${cause}, which failed, too` }),
            attempts: 1,
            ms,
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
        throw new errors/* UserError */.yo(`Service/${selecting.metadata?.name} would send requests to the pod that asks the dependencies, by its labels`, 'remove a label that this Service selects from `verify.dependencies.labels`');
}

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: ./.build/js/src/verify/http.js
var http = __webpack_require__(60311);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/js/src/verify/sender.js


function sender({ request: send, place }, identities) {
    const isOpen = place?.base.protocol === 'http:' && !isPrivate(place.base.hostname);
    return async (request, timeoutMs) => {
        const made = identities.message(request);
        if ('reason' in made)
            return { ok: false, reason: made.reason };
        if (made.secret && isOpen)
            return { ok: false, reason: `is not sent: its credential would reach ${place.base.host} without TLS` };
        const answer = await send(made.message, timeoutMs);
        return answer.ok ? answer : { ok: false, reason: identities.hide(answer.reason) };
    };
}
function isPrivate(host) {
    const bare = (0,http/* withoutBrackets */.o4)(host).toLowerCase();
    if (bare === 'localhost')
        return true;
    if ((0,external_node_net_.isIP)(bare) === 6)
        return bare === '::1' || /^f[cd]|^fe[89ab]/.test(bare);
    return ((0,external_node_net_.isIP)(bare) === 4 &&
        /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(bare));
}

// EXTERNAL MODULE: ./.build/js/src/verify/target.js
var verify_target = __webpack_require__(10794);
;// CONCATENATED MODULE: ./.build/js/src/verify/entrances.js






const mostEntrances = 20;
const ipv4 = async (host) => (await (0,promises_.lookup)(host, { all: true, family: 4 })).map(({ address }) => address);
async function entrancesOf({ entrances }, places, resolve = ipv4) {
    const [first] = places;
    if (entrances === undefined)
        return places.map(place => ({ name: place.base.host, place }));
    if (entrances !== 'all')
        return Object.entries(entrances)
            .slice(0, mostEntrances)
            .map(([name, address]) => ({ name: `${name} (${address})`, place: (0,verify_target.elsewhere)(first, address) }));
    const resolved = await Promise.all(places.map(async (place) => (await resolve((0,http/* withoutBrackets */.o4)(place.base.hostname))).map(address => (0,verify_target.elsewhere)(place, address))));
    return resolved
        .flat()
        .slice(0, mostEntrances)
        .map(place => ({ name: place.base.host, place }));
}
async function askEntrances(entrances, checks, identities, clock) {
    const results = await Promise.all(entrances.map(async ({ name, place }) => {
        const asked = await (0,verify_checks/* runChecks */.JT)((0,plain_checks/* plainChecks */.I)(checks), sender((0,verify_target.direct)(place), identities), clock);
        return asked.map((result) => ({
            ...result,
            part: 'entrances',
            title: `${result.title} at the entrance ${name}`,
        }));
    }));
    return results.flat();
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
            return {
                part: 'matrix',
                title: `${name} as ${identity}`,
                cell: { endpoint: name, identity, expected, ...(got === undefined ? {} : { got }) },
                ok: reason === undefined,
                ...(reason === undefined ? {} : { reason }),
                attempts,
                ms,
            };
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
            ? `answered ${expected} with HTML: a single-page app's fallback answers anything`
            : undefined;
    return (0,assertions/* mediaType */.JL)(response) === type.toLowerCase()
        ? undefined
        : `answered with another media type than ${type}`;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/page.js



const mostAssets = 50;
const largestAsset = 32 * 1024 * 1024;
const day = 86_400;
async function askPage({ get, cacheable }, load, clock) {
    const start = clock.now();
    const ended = (attempts, found) => ({
        part: 'page',
        title: `the page ${get}`,
        ok: found.reason === undefined,
        ...found,
        attempts,
        ms: clock.now() - start,
    });
    const page = await load(get, largestAsset, verify_checks/* longestAttempt */.uX);
    if (!page.ok)
        return ended(1, { reason: page.reason });
    const { response } = page;
    if (response.status !== 200)
        return ended(1, { reason: `answered ${response.status}, expected 200` });
    if (!(0,assertions/* isHtml */._6)(response))
        return ended(1, { reason: 'answered with something else than HTML' });
    const paths = assetsOf(response.body, response.url).slice(0, mostAssets);
    const loaded = await (0,parallel.mapOf)(paths, 4, async (path) => ({
        path,
        answer: await load(path, largestAsset, verify_checks/* longestAttempt */.uX),
    }));
    const broken = loaded.flatMap(({ path, answer }) => {
        const problem = page_problemOf(answer);
        return problem === undefined ? [] : [`${(0,assertions/* excerpt */.Kb)(path)} ${problem}`];
    });
    if (broken.length > 0)
        return ended(1 + paths.length, { reason: `names a file that does not load: ${broken[0]}` });
    const parts = [{ path: get, answer: page }, ...loaded].flatMap(({ path, answer }) => answer.ok ? [{ path, bytes: answer.response.bytes ?? 0, kept: isCacheable(answer.response) }] : []);
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const kept = parts.reduce((sum, each) => sum + (each.kept ? each.bytes : 0), 0);
    const share = total === 0 ? 0 : (kept / total) * 100;
    const detail = `${share.toFixed(1)} % of ${total} bytes in ${parts.length} files are cacheable`;
    if (share >= cacheable)
        return ended(parts.length, { detail });
    const worst = parts.filter(each => !each.kept && each.path !== get).sort((a, b) => b.bytes - a.bytes)[0];
    const example = worst === undefined ? '' : `; the largest that is not: ${(0,assertions/* excerpt */.Kb)(worst.path)}`;
    return ended(parts.length, {
        reason: `is not cached enough: ${detail}, expected ${cacheable} %${example}`,
    });
}
function page_problemOf(answer) {
    if (!answer.ok)
        return answer.reason;
    if (answer.response.status !== 200)
        return `answered ${answer.response.status}`;
    return (0,assertions/* isHtml */._6)(answer.response)
        ? 'answered with HTML: the file is missing, and a fallback answers'
        : undefined;
}
function isCacheable({ headers }) {
    const directives = (headers['cache-control'] ?? '')
        .toLowerCase()
        .split(',')
        .map(each => each.trim());
    if (directives.some(each => /^(no-store|no-cache|private)\b/.test(each)))
        return false;
    const age = (name) => Number(directives
        .find(each => each.startsWith(`${name}=`))
        ?.slice(name.length + 1)
        .replaceAll('"', '') ?? Number.NaN);
    return age('max-age') >= day;
}
function assetsOf(html, url) {
    const base = new URL(url);
    const paths = [...html.matchAll(/<(script|link|img|source)\b([^>]{0,4000})>/gi)].flatMap(([, tag = '', attributes = '']) => {
        const value = (name) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
            .exec(attributes)
            ?.slice(1)
            .find(each => each !== undefined);
        const isLink = tag.toLowerCase() === 'link';
        if (isLink && !/stylesheet|icon|preload|manifest/i.test(value('rel') ?? ''))
            return [];
        const written = value(isLink ? 'href' : 'src');
        const target = written === undefined ? null : URL.parse(written.replaceAll('&amp;', '&'), base.href);
        return target?.origin === base.origin ? [`${target.pathname}${target.search}`] : [];
    });
    return [...new Set(paths)];
}

;// CONCATENATED MODULE: ./.build/js/src/verify/revocation.js

async function askRevoked(revoked, ask, clock) {
    const results = [];
    for (const each of revoked)
        results.push(await askOne(each, ask, clock));
    return results;
}
async function askOne(revocation, ask, clock) {
    const { revoke, restore, status, within, ...request } = revocation;
    const start = clock.now();
    let attempts = 0;
    const send = (one, timeoutMs = verify_checks/* longestAttempt */.uX) => {
        attempts += 1;
        return ask(one, timeoutMs);
    };
    const ended = (reason, detail) => ({
        part: 'revoked',
        title: `${(0,verify_checks/* requestName */.ZK)(request)} after ${(0,verify_checks/* requestName */.ZK)(revoke)}`,
        ok: reason === undefined,
        ...(reason === undefined ? {} : { reason }),
        ...(detail === undefined ? {} : { detail }),
        attempts,
        ms: clock.now() - start,
    });
    const before = await send(request);
    if (!before.ok)
        return ended(before.reason);
    if (before.response.status >= 300)
        return ended(`proves nothing: it answered ${before.response.status} before the right was taken away`);
    const done = await send(revoke);
    const first = done.ok && done.response.status < 300 ? await refusal() : failed(done);
    const restored = restore === undefined ? undefined : await send(restore);
    const lost = restored === undefined || (restored.ok && restored.response.status < 300)
        ? undefined
        : `${(0,verify_checks/* requestName */.ZK)(restore ?? revoke)} did not give the right back: it ${restored.ok ? `answered ${restored.response.status}` : restored.reason}`;
    const reason = [first.reason, lost].filter(each => each !== undefined).join('; ');
    return ended(reason === '' ? undefined : reason, first.detail);
    function failed(answer) {
        const how = answer.ok ? `answered ${answer.response.status}` : answer.reason;
        return { reason: `was not tried, because ${(0,verify_checks/* requestName */.ZK)(revoke)} ${how}` };
    }
    async function refusal() {
        const since = clock.now();
        for (;;) {
            const left = within - (clock.now() - since);
            const answer = await send(request, Math.max(1, Math.ceil(Math.min(left, verify_checks/* longestAttempt */.uX))));
            const ms = clock.now() - since;
            const got = answer.ok ? answer.response.status : undefined;
            if (ms <= within && (status === undefined ? got === 401 || got === 403 : got === status))
                return { detail: `refused after ${Math.round(ms)} ms` };
            if (ms + verify_checks/* pauseBetween */.fq >= within) {
                const how = answer.ok ? `still answers ${got}` : answer.reason;
                return {
                    reason: `${how} ${Math.round(ms)} ms after the right was taken away, expected ${status ?? '401 or 403'} within ${within} ms`,
                };
            }
            await clock.sleep(verify_checks/* pauseBetween */.fq);
        }
    }
}

;// CONCATENATED MODULE: ./.build/js/src/verify/tls.js




async function askTls(entrances, settings, clock, today = Date.now()) {
    const results = await Promise.all(entrances.map(({ name, place }) => Promise.all(questionsOf(settings, place, today).map(async ([what, ask]) => {
        const start = clock.now();
        const found = await ask();
        return {
            part: 'tls',
            title: `${what} of the entrance ${name}`,
            ok: !('reason' in found),
            ...found,
            attempts: 1,
            ms: clock.now() - start,
        };
    }))));
    return results.flat();
}
function questionsOf({ days, minimum, hsts, redirect }, place, today) {
    if (place.base.protocol !== 'https:')
        return [['TLS', async () => ({ reason: 'is missing: it speaks plain HTTP' })]];
    return [
        ['the certificate', () => certificate(place, days, today)],
        ['the version of TLS', () => oldVersions(place, minimum)],
        ...(hsts ? [['HSTS', () => strictTransport(place)]] : []),
        ...(redirect === false
            ? []
            : [
                ['the redirect from HTTP', () => redirected(place, redirect === true ? 80 : redirect)],
            ]),
    ];
}
async function certificate(place, days, today) {
    const met = await handshake(place, {});
    if ('reason' in met)
        return { reason: `cannot be told: ${met.reason}` };
    if (met.untrusted !== undefined)
        return { reason: `is not valid for ${nameAt(place)}: ${(0,assertions/* excerpt */.Kb)(met.untrusted)}` };
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
        return { reason: `is too old: it accepts ${met.version}, expected at least TLS ${minimum}` };
    if (met.refused)
        return { detail: `${newest} is refused` };
    return { reason: `cannot be told: ${met.reason}` };
}
async function strictTransport(place) {
    const answer = await (0,http/* probe */.dy)({ ...place, path: '/', timeoutMs: verify_checks/* longestAttempt */.uX });
    if (!answer.ok)
        return { reason: `cannot be told: GET / ${answer.reason}` };
    const value = answer.response.headers['strict-transport-security'];
    if (value === undefined)
        return { reason: 'is missing: GET / has no header Strict-Transport-Security' };
    const age = Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
    return age > 0 ? { detail: `${Math.floor(age / 86_400)} days` } : { reason: `is off: "${(0,assertions/* excerpt */.Kb)(value)}"` };
}
async function redirected({ base, host }, port) {
    const plain = new URL(`http://${base.hostname}:${port}`);
    const answer = await (0,http/* probe */.dy)({
        base: plain,
        host: (0,http/* withoutPort */.Y7)(host ?? base.host),
        path: '/',
        timeoutMs: verify_checks/* longestAttempt */.uX,
    });
    if (!answer.ok) {
        const closed = /refused the connection/.test(answer.reason);
        return closed
            ? { detail: `port ${port} is closed` }
            : { reason: `cannot be told: GET / at port ${port} ${answer.reason}` };
    }
    const { status, headers } = answer.response;
    const location = headers.location ?? '';
    if ([301, 302, 307, 308].includes(status) && /^https:\/\//i.test(location))
        return { detail: `${status}` };
    return {
        reason: `is missing: GET / at port ${port} answered ${status}${location === '' ? '' : ` to ${(0,assertions/* excerpt */.Kb)(location)}`}`,
    };
}
async function handshake(place, versions) {
    const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
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
                : distrust(String(known.authorizationError), certificate);
            end({
                certificate,
                version: known.getProtocol() ?? '',
                ...(untrusted === undefined ? {} : { untrusted }),
            });
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
function distrust(code, { subjectaltname = 'no name' }) {
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return `it is for ${subjectaltname}`;
    if (code === 'CERT_HAS_EXPIRED')
        return 'it has expired';
    return `its authority is not trusted (${code})`;
}
const nameAt = ({ base, host }) => (0,http/* withoutBrackets */.o4)((0,http/* withoutPort */.Y7)(host ?? base.host));

;// CONCATENATED MODULE: ./.build/js/src/verify/acceptance.js















const usualClock = { now: () => performance.now(), sleep: retry/* pause */.v7 };
async function acceptance(cluster, request) {
    const { environment, env, clock = usualClock } = request;
    const { verify } = environment;
    if (verify === undefined)
        return { address: 'no address, because slipway.yml has no checks', results: [], partly: false };
    const identities = (0,verify_identities/* identitiesOf */.UI)(verify, env ?? {});
    if (env !== undefined)
        for (const name of (0,verify_identities/* variablesOf */.ht)(verify))
            identities.secretOf(name);
    const unset = env === undefined || verify.ca === undefined ? undefined : identities.problemOf([verify.ca]);
    if (unset !== undefined)
        throw new errors/* UserError */.yo(`verify.ca cannot be used: ${verify.ca} is empty`, 'set it in an earlier step, or pass it in the input `logins`');
    const target = await (0,verify_target.checkTargetOf)(cluster, environment);
    const trusting = (each) => withAuthorities(each, verify, env);
    const place = target.place && trusting(target.place);
    const at = place === undefined ? target : (0,verify_target.direct)(place);
    const ask = sender(at, identities);
    const checks = env === undefined ? (0,plain_checks/* plainChecks */.I)(verify.checks) : verify.checks;
    const judge = (check, response) => (0,assertions/* assess */.no)(check, response, identities.secretOf);
    const asked = (part) => request.parts === undefined || request.parts.includes(part);
    const { matrix, page, dependencies, tls, revoked } = verify;
    let found;
    const entrances = () => {
        found ??= (0,verify_target.placesOf)(cluster, environment).then(([first, ...more]) => entrancesOf(verify, [trusting(first), ...more.map(trusting)]));
        return found;
    };
    const part = (name, settings, make) => (settings === undefined || !asked(name) ? [] : [made(name, () => make(settings))]);
    const results = await Promise.all([
        ...part('checks', checks, all => (0,verify_checks/* runChecks */.JT)(all, (check, ms) => askCheck(check, ms), clock, judge)),
        ...(env === undefined
            ? []
            : [
                ...part('matrix', matrix, all => askMatrix(all, ask, clock)),
                ...part('page', page, async (one) => [await pageOf(one, place, clock)]),
                ...part('dependencies', dependencies, all => askDependencies(cluster, all, request.owner, clock)),
                ...part('entrances', place, async () => askEntrances((await entrances()).filter(isOther), checks, identities, clock)),
                ...part('tls', tls, async (settings) => askTls(await entrances(), settings, clock)),
            ]),
    ]);
    if (env !== undefined)
        results.push(...(await Promise.all(part('revoked', revoked, all => askRevoked(all, ask, clock)))));
    return {
        address: target.address,
        results: results.flat().map(each => withoutValues(each, identities)),
        partly: env === undefined && hasMore(verify),
    };
    async function askCheck(check, timeoutMs) {
        const problem = identities.problemOf(Object.values(check['canary-secret'] ?? {}));
        return problem === undefined
            ? ask(check, timeoutMs)
            : { ok: false, reason: `could not be judged: ${problem}` };
    }
    function isOther({ place: { base, host } }, _, all) {
        return (verify?.entrances !== undefined ||
            all.length > 1 ||
            base.href !== place?.base.href ||
            host !== place.host);
    }
}
const hasMore = ({ checks, matrix, revoked, entrances, tls, page, dependencies }) => (0,plain_checks/* plainChecks */.I)(checks).length < checks.length ||
    [matrix, revoked, entrances, tls, page, dependencies].some(part => part !== undefined);
async function made(part, make) {
    try {
        return await make();
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && part !== 'dependencies')
            throw error;
        return [
            {
                part,
                title: `verify.${part}`,
                ok: false,
                reason: `could not be asked: ${(0,errors/* describe */.q0)(error)}`,
                attempts: 1,
                ms: 0,
            },
        ];
    }
}
function withAuthorities(place, { ca }, env) {
    const pem = ca === undefined ? '' : (0,environment/* variableIn */.S)(ca, env ?? process.env);
    return pem === '' ? place : { ...place, ca: pem };
}
async function pageOf(page, place, clock) {
    if (place === undefined)
        throw new Error('a page without an address');
    const root = (0,verify_target.direct)({ ...place, base: new URL('/', place.base) });
    const get = `${place.base.pathname.replace(/\/$/, '')}${page.get}`;
    return askPage({ ...page, get }, (path, limit, timeoutMs) => root.request({ path, limit }, timeoutMs), clock);
}
const withoutValues = (result, { hide }) => ({
    ...result,
    ...(result.reason === undefined ? {} : { reason: hide(result.reason) }),
    ...(result.detail === undefined ? {} : { detail: hide(result.detail) }),
});


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


function assess(check, response, secretOf = () => '') {
    const reason = statusProblem(check, response) ??
        htmlProblem(check, response) ??
        typeProblem(check, response) ??
        headersProblem(check, response) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response) ??
        canaryProblem(check, response, secretOf) ??
        bodyProblem(check, response);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['canary-secret'] !== undefined;
function statusProblem(check, { status, headers, body }) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${excerpt(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(body);
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['canary-secret']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}: a single-page app's fallback answers anything`;
}
function typeProblem(check, response) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : excerpt(type);
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return `answered with ${isSecret(check) ? `another ${name}` : `${name} "${excerpt(value)}"`}, expected "${expected}"`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [] }) {
    for (const name of cookies) {
        const cookie = set.find(each => each.startsWith(`${name}=`));
        if (cookie === undefined)
            return `set no cookie ${name}`;
        const attributes = cookie.split(';').slice(1);
        const has = (pattern) => attributes.some(each => pattern.test(each.trim()));
        const lacking = [
            ...(has(/^secure$/i) ? [] : ['Secure']),
            ...(has(/^httponly$/i) ? [] : ['HttpOnly']),
            ...(has(/^samesite=(strict|lax|none)$/i) ? [] : ['SameSite']),
        ];
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
function canaryProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['canary-secret'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with another ${path} than the value of ${variable}: the application cannot decrypt it, or it was changed`;
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
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(body)}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${isSecret(check) ? 'another value' : scalar(value)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${excerpt(body)}"`;
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
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const sentenceOf = (result) => `${result.title} ${result.reason}`;
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
    for (let attempts = 1;; attempts++) {
        const left = check.within - (clock.now() - start);
        const assessment = await ask(check, send, Math.max(1, Math.ceil(Math.min(left, longestAttempt))), judge);
        const limit = check['faster-than'];
        const latency = assessment.ok && limit !== undefined ? await measure(check, limit, send, clock, judge) : undefined;
        attempts += latency?.requests ?? 0;
        measured += latency === undefined ? 0 : 1;
        const ms = clock.now() - start;
        const detail = latency?.detail === undefined ? {} : { detail: latency.detail };
        const reason = assessment.ok ? latency?.reason : assessment.reason;
        if (reason === undefined)
            return { ...asked, ok: true, ...detail, attempts, ms };
        const isSafe = check.method === undefined || check.method === 'HEAD';
        if (!isSafe || ms + pauseBetween >= check.within || measured >= mostMeasurements)
            return { ...asked, ok: false, reason, ...detail, attempts, ms };
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
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        const requests = took.length;
        if (!assessment.ok)
            return { requests, reason: `${assessment.reason}, at request ${requests} of ${times}` };
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests, expected 95 % of ${times} within it`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony export largestBody */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs, limit = largestBody } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(message, limit, () => new BodyTooLarge(limit));
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: {
                status: message.statusCode ?? 0,
                headers: Object.fromEntries(headers),
                cookies: message.headers['set-cookie'] ?? [],
                body: body.toString('utf8'),
                bytes: body.length,
                url,
            },
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
async function send({ base, host, path, method = 'GET', body, headers, ca }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = withoutPort(host ?? base.host);
    const options = {
        hostname: withoutBrackets(base.hostname),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method,
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(secure && ca !== undefined ? { ca } : {}),
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super();
        this.limit = limit;
    }
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return `answered with a body larger than ${error.limit / largestBody} MiB`;
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got an incomplete answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} cannot be resolved`;
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
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
const withoutPort = (host) => host.replace(/:\d+$/, '');
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 10794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf),
/* harmony export */   direct: () => (/* binding */ direct),
/* harmony export */   elsewhere: () => (/* binding */ elsewhere),
/* harmony export */   placesOf: () => (/* binding */ placesOf),
/* harmony export */   throughApiServer: () => (/* binding */ throughApiServer)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60311);



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
function direct(place) {
    const { base, host } = place;
    const request = (each, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .dy)({ ...place, ...each, timeoutMs });
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: ({ get: path, method = 'GET' }, timeoutMs) => request({ path, method }, timeoutMs),
        request,
        place,
    };
}
function elsewhere({ base, host, ...rest }, address) {
    const at = new URL(base);
    const bare = address.split(':').length > 2 && !address.startsWith('[') ? `[${address}]` : address;
    at.host = bare;
    return { ...rest, base: at, host: host ?? base.host };
}
async function ofGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const [first, ...more] = gateway?.status?.addresses?.map(({ value }) => value) ?? [];
    const listener = gateway?.spec?.listeners?.find(({ name: section, port }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port));
    if (first === undefined || listener === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has no ${first === undefined ? 'address in its status' : 'matching listener'}`, 'set `verify.url` in slipway.yml to the address that users request');
    }
    const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    const host = (object.spec?.hostnames?.[0] ?? listener.hostname)?.replace(/^\*\./, 'slipway.');
    const at = (address) => ({
        base: new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`),
        ...(host === undefined ? {} : { host }),
    });
    return [at(first), ...more.map(at)];
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'complete it in the manifests');
    }
    const root = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    const request = async ({ path, headers = {}, method = 'GET' }, timeoutMs) => {
        if (method !== 'GET')
            return { ok: false, reason: 'cannot be posted through the API server' };
        try {
            const answer = await cluster.fetch(`${root}${path}`, AbortSignal.timeout(timeoutMs), {
                method: 'GET',
                headers,
            });
            return { ok: true, response: { ...answer, url: `${service}${path}` } };
        }
        catch (error) {
            const reason = `could not be sent through the API server: ${error.message}`;
            return { ok: false, reason, unsent: true };
        }
    };
    return {
        address: `Service/${service} through the API server`,
        send: ({ get: path, method = 'GET' }, timeoutMs) => request({ path, method }, timeoutMs),
        request,
    };
}


/***/ })

};
