export const id = 897;
export const ids = [897,2850,8971];
export const modules = {

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(566);


const proofOutput = 'What was said at the images for environments that require this one: `attached` (the release is verified), `withdrawn` (one that was is undone), `refused` (the registry did not take it: see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawUndoing } = await __webpack_require__.e(/* import() */ 5511).then(__webpack_require__.bind(__webpack_require__, 95511));
    return withdrawUndoing(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await __webpack_require__.e(/* import() */ 5511).then(__webpack_require__.bind(__webpack_require__, 95511));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .registryClient */ .R)();
    const { state, warnings } = await settleProofs(cluster, { ...request, registry }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(message)}\n`);
    }
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 60897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollbackAction: () => (/* binding */ rollbackAction)
/* harmony export */ });
/* harmony import */ var _release_runs_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46781);
/* harmony import */ var _release_state_reversibility_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22850);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93240);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98936);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);











const engine = () => Promise.all(/* import() */[__webpack_require__.e(6462), __webpack_require__.e(1407), __webpack_require__.e(6506), __webpack_require__.e(5152), __webpack_require__.e(6421), __webpack_require__.e(4967)]).then(__webpack_require__.bind(__webpack_require__, 14967));
const rollbackAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .QP)({
    name: 'rollback',
    description: 'Put the last verified release, or a named one, back with its configuration, and prove that it serves.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .environment */ .cA,
        'to-release': {
            description: 'Number of the release to go back to. Default: what served before the one to `undo`; without that, the last verified one.',
            default: '',
        },
        undo: {
            description: 'Number of the only release to undo, or `run` for the one that this run recorded. When another came after it, nothing is changed. Default: whatever serves.',
            default: '',
        },
        within: {
            description: 'At most this long, such as `4m`; what has not ended then is left to `sweep`, and the step fails. Default: as long as it takes.',
            default: '',
        },
        force: {
            description: 'Why a release that is marked as not reversible may be gone back past; kept in its record. Default: it may not.',
            default: '',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .context */ ._O,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .deploymentsToken */ .ic,
    },
    outputs: {
        release: 'Number of the release that serves; empty when it is not known.',
        changed: '`false` when it was serving already, or nothing was to do.',
        seconds: 'Seconds from the first write until it was all there again.',
        state: '`complete`, `failed`, `needless` (the release to `undo` was never made, is undone, or another came after it) or `refused`; the last two change nothing.',
        record: 'Folder with `decision.json` and `report.html` of a rollout that was ended; empty when none was.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_10__/* .proofOutput */ .Sg,
        reason: 'Why it failed or was needless, in one sentence; empty when it did the work.',
    },
    refused: { changed: 'false', state: 'refused', proof: 'none' },
    run: async (inputs, host) => {
        const undo = inputs.undo === '' ? undefined : (0,_release_runs_target_js__WEBPACK_IMPORTED_MODULE_0__/* .parseUndo */ .iH)(inputs.undo, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .originOf */ .y)(host.env));
        const to = inputs['to-release'] === '' ? undefined : (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(inputs['to-release']);
        const within = inputs.within === '' ? undefined : _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .durationOf */ .cf('within', inputs.within);
        const force = (0,_release_state_reversibility_js__WEBPACK_IMPORTED_MODULE_1__.parseForce)(inputs.force);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withRollout */ .ah)(inputs, host, engine, async (cluster, request, { rollback }) => {
            let withdrawing = Promise.resolve(false);
            const result = await rollback(cluster, {
                ...request,
                onUndoing: () => {
                    const both = Promise.all([withdrawing, (0,_proofs_js__WEBPACK_IMPORTED_MODULE_10__/* .withdrawEarly */ .gs)(cluster, request)]);
                    withdrawing = both.then(([before, now]) => before || now);
                },
                undo,
                to,
                ...(force === undefined ? {} : { force }),
                ...(within === undefined ? {} : { until: performance.now() + within }),
            }).finally(() => withdrawing);
            const { release, state, reason } = result;
            host.output('release', String(release ?? ''));
            host.output('changed', String(result.changed));
            host.output('seconds', result.seconds.toFixed(2));
            host.output('state', state);
            host.output('record', result.decision === undefined ? '' : await (0,_decision_js__WEBPACK_IMPORTED_MODULE_6__/* .publishDecision */ .M)(result.decision, host));
            host.output('reason', reason ?? '');
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackSummary */ .j0)(request.config.app, result));
            if (release !== undefined && state === 'complete') {
                await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_7__/* .publishDeployment */ .j)(host, inputs['deployments-token'], {
                    ...{ app: request.config.app, environment: inputs.environment, release, state },
                });
            }
            const proved = result.verification?.verdict === 'pass' ? result.verification : undefined;
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_10__/* .publishProofs */ .vC)(host, cluster, request, proved, await withdrawing);
            const what = release === undefined ? 'undo' : `release ${release}`;
            host.report(`${what}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
            return state !== 'failed';
        });
    },
});


/***/ }),

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    claim: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    storageClass: { ...builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass'), namespaced: false },
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    return leadsElsewhere.test(name) ? undefined : { group, namespace, plural, name };
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

/***/ 46781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ undoing),
/* harmony export */   es: () => (/* binding */ rollbackTarget),
/* harmony export */   iH: () => (/* binding */ parseUndo)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58600);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);



function parseUndo(text, { repository }) {
    if (text !== 'run')
        return (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text);
    if (repository !== undefined)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`undo: run` knows the runs of GitHub Actions, GitLab CI and Jenkins alone', 'give the number of the release');
}
function undoing(releases, undo, run) {
    const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
    const number = undo === 'run' ? own?.record.release : undo;
    if (number === undefined)
        return { needless: 'this run recorded no release, so there is nothing to undo' };
    const newer = releases.find(({ record, outcome }) => record.release > number && outcome?.state !== 'undone');
    if (newer !== undefined) {
        const { release, by } = newer.record;
        const whose = `release ${release} by ${by.actor} in ${by.run}`;
        return { needless: `${whose} came after release ${number}, so nothing was undone` };
    }
    const { record, outcome } = numbered(releases, number);
    if (outcome?.state === 'undone')
        return { needless: `release ${number} has been undone already` };
    return record.baseline === undefined ? {} : { to: record.baseline };
}
function rollbackTarget(releases, named) {
    if (named === undefined) {
        const verified = releases.find(release => release.outcome?.state === 'verified');
        if (verified !== undefined && (0,_state_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isWhole */ .wP)(verified))
            return verified;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no release of this application has been verified yet', releases.some(_state_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestorable */ .qX)
            ? `name one with \`to-release\`: ${listed(releases)}`
            : 'deploy a good version');
    }
    const found = numbered(releases, named);
    if (!(0,_state_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestorable */ .qX)(found)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${named} never came up, so there is nothing to go back to`, `name one of ${listed(releases)}`);
    }
    return found;
}
function numbered(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`there is no record of release ${number}`, `name one of ${listed(releases) || 'none'}`);
}
function listed(releases) {
    return releases
        .filter(_state_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestorable */ .qX)
        .slice(0, 10)
        .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
        .join(', ');
}


/***/ }),

/***/ 58600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ recordable),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eG: () => (/* binding */ laterOf),
/* harmony export */   qX: () => (/* binding */ isRestorable),
/* harmony export */   tU: () => (/* binding */ Records),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   wq: () => (/* binding */ restorable)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);





const maxBytes = 256 * 1024;
function restorable(outcome) {
    const { template, workers } = outcome ?? {};
    return {
        ...(template === undefined ? {} : { template }),
        ...(workers === undefined ? {} : { workers }),
    };
}
class Records {
    #cluster;
    #namespace;
    #app;
    constructor(cluster, namespace, app) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
    }
    async list() {
        const { items } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), {
            labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app}=${this.#app},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind} in (record,outcome)`,
        });
        const outcomes = new Map();
        const records = [];
        for (const { data = {}, metadata } of items) {
            const outcome = data.outcome === undefined ? undefined : JSON.parse(data.outcome);
            if (outcome !== undefined && metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release))
                outcomes.set(outcome.release, { outcome, outcomeVersion: metadata.resourceVersion ?? '' });
            const record = data.record === undefined ? undefined : JSON.parse(data.record);
            if (record !== undefined && metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, record.release))
                records.push(record);
        }
        return records
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async create(first, make) {
        for (let number = first;; number += 1) {
            const record = { ...make(number), at: this.#now() };
            const text = textOf(record);
            try {
                await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), this.#object(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, number), 'record', number, { record: text }, true));
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(ended) {
        const outcome = { ...ended, at: ended.at ?? this.#now() };
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release));
        for (let attempt = 1;; attempt += 1) {
            const there = await this.#cluster.get(path);
            const said = there?.data?.outcome;
            const before = said === undefined ? undefined : JSON.parse(said);
            if ((before?.token ?? 0) > outcome.token)
                throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(this.#app);
            try {
                return await this.amend(after(before, outcome), there?.metadata?.resourceVersion);
            }
            catch (error) {
                const raced = error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404);
                if (!raced || attempt === 8)
                    throw error;
            }
        }
    }
    async amend(outcome, version) {
        const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        if (version === undefined) {
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), object);
            return;
        }
        const metadata = { ...object.metadata, resourceVersion: version };
        await this.#cluster.replace((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), { ...object, metadata });
    }
    async remove(release) {
        const { items: decided } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), { labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .selecting */ .h7.decision(this.#app, release) });
        const parts = decided.map(({ metadata }) => metadata?.name ?? '');
        for (const name of [...parts, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, release), _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), undefined);
        }
    }
    #now() {
        return new Date(this.#cluster.now()).toISOString();
    }
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: this.#app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: kind, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
function after(before, outcome) {
    const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
    if (outcome.state !== 'undone' || verifiedAt === undefined)
        return outcome;
    return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}
const laterOf = (a, b) => (Date.parse(b) > Date.parse(a) ? b : a);
function textOf(record) {
    const text = JSON.stringify(record);
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of this release has ${Math.ceil(bytes / 1024)} KiB, at most 256 are kept`, 'move large objects such as dashboards out of the manifests of this application');
}
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
function isWhole(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && isRestorable(release));
}
function isRestorable(release) {
    return release.outcome?.template !== undefined;
}


/***/ }),

/***/ 22850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ heldBecause),
/* harmony export */   Gm: () => (/* binding */ hasMovedOver),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   m5: () => (/* binding */ wayBackProblem),
/* harmony export */   parseForce: () => (/* binding */ parseForce)
/* harmony export */ });
/* unused harmony export irreversibleSince */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'undone');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && passed.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `Going back from this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'until its promotion the traffic is taken back as ever, for the version before serves beside it; after that it is held'
        : 'when it does not come up it is held';
    return {
        reversible: false,
        said: [
            `${why}: ${until} instead of undone, and a rollback past it is refused unless it is forced with a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a blue-green release is one that can be switched back at once, and this one is not reversible', 'use `strategy: {rolling: {}}`, or a canary if both versions can serve side by side');
const heldBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is left as it is: release a version that works, or roll back with \`force\``;
function hasMovedOver({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function wayBackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasMovedOver(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${by.actor} in ${by.run}) is marked as not reversible, so release ${to} must not serve after it`, 'release a version that works with what it left, or force the rollback with a reason: `force: the old column is still there`');
}
function parseForce(text, example = 'say in a few words why the version before can serve, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is no reason`, `${example}; it is kept in the record`);
}
const forcedBecause = (force) => `although it is not reversible: ${force}`;


/***/ }),

/***/ 38971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


/***/ }),

/***/ 78412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is up: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} is up beside what serves, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}. The gate goes on.`,
        undone: `Release ${result.release} did not come up and was **undone**${result.undoMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.undoMs)}`}. ${result.baseline === undefined
            ? 'Nothing serves: it was the first.'
            : `Release ${result.baseline} serves.`}`,
        held: `Release ${result.release} did not come up and is **not reversible, so it was left as it is**. Look at the workload now.`,
        failed: `Release ${result.release} is **neither known to be good nor undone**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing of it was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers: ${behind} ${result.state === 'complete' ? 'with it' : 'after the verdict'}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [image]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    const checks = result.checks.map(c => [
        `GET ${c.check.get}`,
        c.ok ? 'passed' : 'failed',
        String(c.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(c.ms),
        c.reason ?? '',
    ]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['zone', 'pods', 'ready', 'proved digest'], zones),
        `Requests went to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['worker', 'pods', 'proved digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'why'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests)),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'is not what it should be',
    unproved: 'serves, but is not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'needless')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: nothing was undone\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'undo of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `What it made was removed in ${seconds.toFixed(1)} s. Nothing serves.`;
    return `Release ${release} serves${changed ? `, put back in ${seconds.toFixed(1)} s` : ''}.`;
}
const mark = (good) => (good ? '✅' : '❌');


/***/ })

};
