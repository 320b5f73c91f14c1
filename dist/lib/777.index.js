export const id = 777;
export const ids = [777,7849,8961,8065,230];
export const modules = {

/***/ 67014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ clientContainer),
/* harmony export */   KQ: () => (/* binding */ clientKind),
/* harmony export */   VF: () => (/* binding */ runAnnotation),
/* harmony export */   pE: () => (/* binding */ clientPod)
/* harmony export */ });
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const clientKind = 'drill-client';
const runAnnotation = 'slipway.dev/drill-run';
const clientContainer = 'client';
function clientPod(client) {
    const { name, namespace, runId, primary, container, victim, user, password, lives } = client;
    const containers = primary.spec?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${victim.pod} has no container ${container ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
    const { imagePullSecrets, securityContext, tolerations } = primary.spec ?? {};
    const elsewhere = [
        { key: 'kubernetes.io/hostname', operator: 'NotIn', values: [victim.node] },
        ...(victim.zone === undefined
            ? []
            : [{ key: 'topology.kubernetes.io/zone', operator: 'NotIn', values: [victim.zone] }]),
    ];
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            name,
            namespace,
            labels: { [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.kind]: clientKind },
            annotations: { [runAnnotation]: runId },
        },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds: lives,
            affinity: {
                nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: {
                        nodeSelectorTerms: [{ matchExpressions: elsewhere }],
                    },
                },
            },
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: clientContainer,
                    image: source.image,
                    command: ['sleep', 'infinity'],
                    env: [
                        { name: 'PGUSER', value: user },
                        {
                            name: 'PGPASSWORD',
                            valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
                        },
                        { name: 'PGAPPNAME', value: 'slipway-drill' },
                        { name: 'PGCONNECT_TIMEOUT', value: '3' },
                    ],
                    resources: { requests: { cpu: '10m', memory: '32Mi' } },
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                },
            ],
        },
    };
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   acquireDrillLease: () => (/* binding */ acquireDrillLease),
/* harmony export */   drillLeaseState: () => (/* binding */ drillLeaseState),
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   undoLeft: () => (/* binding */ undoLeft)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_state_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78691);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68672);
/* harmony import */ var _client_pod_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67014);









const breakable = ['pod', 'node', 'zone', 'far', 'cutover'];
const leaseName = 'slipway.drill';
const brokenAnnotation = 'slipway.dev/drill-broken';
async function acquireDrillLease(cluster, request) {
    const { namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName);
    const read = async () => {
        try {
            const { body, serverTime } = await cluster.call('GET', path);
            return { lease: JSON.parse(body), serverTime };
        }
        catch (error) {
            if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404)
                return undefined;
            throw error;
        }
    };
    const current = await read();
    const state = current && (0,_release_state_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .o)(current.lease, current.serverTime);
    if (state?.free === false)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`another drill has ${namespace}: ${state.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(state.freeInMs / 1000)} s if it is dead)`);
    const token = (state?.token ?? 0) + 1;
    const left = current && brokenIn(current.lease);
    const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
    try {
        if (current === undefined)
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        else
            await cluster.replace(path, first);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`another drill begins in ${namespace} at this moment`, 'run it again when that has ended');
    }
    return held(cluster, request, token, left, async () => (await read())?.lease);
}
function held(cluster, request, token, left, read) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, request.namespace, leaseName);
    const inTurn = (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_7__.singleFile)();
    let broken = left;
    const write = (holder, next) => inTurn(async () => {
        for (let attempt = 1;; attempt += 1) {
            const lease = await read();
            if (lease === undefined || tokenOf(lease) !== token)
                throw lost(request, lease);
            try {
                await cluster.replace(path, leaseObject(request, { holder, token, broken: next() }, lease));
                broken = next();
                return;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict) || attempt === 4)
                    throw error;
            }
        }
    });
    const timer = setInterval(() => {
        write(request.holder, () => broken).catch(() => undefined);
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        left,
        note: next => write(request.holder, () => next),
        release: async () => {
            clearInterval(timer);
            await write('', () => broken).catch(() => undefined);
        },
    };
}
const lost = ({ namespace }, lease) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`this drill lost its lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another one'}`, 'see that one for what became of what was broken');
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
function brokenIn({ metadata }) {
    const text = metadata?.annotations?.[brokenAnnotation];
    if (text === undefined)
        return undefined;
    const { breaks, run, victim, at } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonMap */ .vM)(text) ?? {};
    const known = breakable.find(each => each === breaks);
    const placement = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(victim) ? placementOf(victim) : undefined;
    if (known === undefined || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the note of what a drill left broken in ${metadata?.namespace} cannot be read`, `see what is broken, mend it, and take the annotation ${brokenAnnotation} off the Lease ${leaseName}`);
    return { breaks: known, run, victim: placement, at };
}
function placementOf({ pod, uid, node, zone }) {
    const isName = (value) => typeof value === 'string' && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(value);
    if (!isName(pod) || !isName(uid) || !isName(node))
        return undefined;
    if (zone !== undefined && !isName(zone))
        return undefined;
    return { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
}
function leaseObject({ namespace, run }, { holder, token, broken }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName,
            namespace,
            labels: { [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'drill' },
            annotations: {
                [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]: String(token),
                [_client_pod_js__WEBPACK_IMPORTED_MODULE_6__/* .runAnnotation */ .VF]: run,
                ...(broken === undefined ? {} : { [brokenAnnotation]: JSON.stringify(broken) }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: {
            holderIdentity: holder,
            leaseDurationSeconds: Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .timing */ .N.leaseDuration / 1000),
            renewTime: new Date().toISOString().replace('Z', '000Z'),
        },
    };
}
async function undoLeft(lease, undo) {
    if (lease.left === undefined)
        return undefined;
    await undo(lease.left);
    await lease.note(undefined);
    return lease.left;
}
async function drillLeaseState(cluster, namespace) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName));
    if (lease === undefined)
        return 'free';
    if (!(0,_release_state_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .o)(lease, cluster.now()).free)
        return 'held';
    const isNoted = lease.metadata?.annotations?.[brokenAnnotation] !== undefined;
    return lease.spec?.holderIdentity !== '' || isNoted ? 'left' : 'free';
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}


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


/***/ })

};
