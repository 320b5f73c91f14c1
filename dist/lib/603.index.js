export const id = 603;
export const ids = [603];
export const modules = {

/***/ 1859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyAction: () => (/* binding */ verifyAction)
/* harmony export */ });
/* harmony import */ var _registry_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2046);
/* harmony import */ var _release_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1924);
/* harmony import */ var _release_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2863);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7847);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1615);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3087);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8598);







const verifyAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'verify',
    description: 'Prove that the running thing is the built thing and works; a release that passes is marked verified.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .environment */ .cA,
        release: {
            description: 'Number of the release that must be serving. Default: whichever is.',
            default: '',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._O,
    },
    outputs: {
        verdict: '`pass` or `fail`.',
        release: 'Number of the release.',
        checks: 'JSON list of the checks: `get`, `ok`, `reason`, `attempts`, `ms`.',
        zones: 'JSON list of zones: `zone`, `pods`, `ready`, `matching`.',
        reason: 'What was not proved, in one sentence; empty when all was.',
    },
    refused: { verdict: 'fail', checks: '[]', zones: '[]' },
    run: async (inputs, host) => {
        const release = inputs.release === '' ? undefined : (0,_release_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReleaseNumber */ ._W)(inputs.release);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withRollout */ .ah)(inputs, host, async (cluster, request) => {
            const result = await (0,_release_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .M)(cluster, { ...request, release, registry: new _registry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryClient */ .b() });
            const checks = result.checks.map(({ check, ok, reason, attempts, ms }) => ({
                get: check.get,
                ok,
                reason: reason ?? '',
                attempts,
                ms: Math.round(ms),
            }));
            host.output('verdict', result.verdict);
            host.output('release', String(result.release));
            host.output('checks', JSON.stringify(checks));
            host.output('zones', JSON.stringify(result.served.zones));
            host.output('reason', result.reasons.join('; '));
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .verifySummary */ .Il)(request.config.app, result));
            for (const reason of result.reasons)
                host.report(reason);
            return result.verdict === 'pass';
        });
    },
});


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(repository) {
    return `${repository}-candidate`;
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 7169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ recordable),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qX: () => (/* binding */ isRestorable),
/* harmony export */   tU: () => (/* binding */ Records),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1924);




const maxBytes = 256 * 1024;
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
            labelSelector: `${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app}=${this.#app},${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind} in (record,outcome)`,
        });
        const outcomes = new Map();
        for (const { data, metadata } of items) {
            if (data?.outcome === undefined)
                continue;
            const outcome = JSON.parse(data.outcome);
            outcomes.set(outcome.release, { outcome, outcomeVersion: metadata?.resourceVersion ?? '' });
        }
        return items
            .flatMap(({ data }) => (data?.record === undefined ? [] : [JSON.parse(data.record)]))
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async create(first, make) {
        for (let number = first;; number += 1) {
            const record = make(number);
            const text = textOf(record);
            try {
                await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), this.#object(_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, number), 'record', number, { record: text }, true));
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(outcome, version) {
        const name = _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name);
        if (version !== undefined) {
            await this.#cluster.replace(path, {
                ...object,
                metadata: { ...object.metadata, resourceVersion: version },
            });
            return;
        }
        try {
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), object);
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                throw error;
            await this.#cluster.replace(path, object);
        }
    }
    async concludeOver(outcome, known) {
        const name = _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace);
        try {
            if (known === undefined)
                await this.#cluster.create(folder, object);
            else {
                const metadata = { ...object.metadata, resourceVersion: known };
                await this.#cluster.replace(`${folder}/${name}`, { ...object, metadata });
            }
            return true;
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
                throw error;
            const there = await this.#cluster.get(`${folder}/${name}`);
            return there?.data?.outcome === data.outcome;
        }
    }
    async remove(release) {
        for (const name of [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, release), _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), undefined);
        }
    }
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: this.#app, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: kind, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
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

/***/ 587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   _0: () => (/* binding */ lateCause),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   ie: () => (/* binding */ isUp),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   no: () => (/* binding */ assess)
/* harmony export */ });
function assess({ deployment, replicaSets, pods }) {
    if (deployment === undefined)
        return { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
    const { status, spec, metadata } = deployment;
    const wanted = spec?.replicas ?? 1;
    if ((status?.observedGeneration ?? 0) < (metadata?.generation ?? 0)) {
        return { state: 'progressing', ready: 0, wanted };
    }
    if (isUp(deployment))
        return { state: 'complete', ready: status?.availableReplicas ?? 0, wanted };
    const newest = newestReplicaSet(deployment, replicaSets);
    if (newest !== undefined && revisionOf(newest) < revisionOf(deployment)) {
        return { state: 'progressing', ready: 0, wanted };
    }
    const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
    const ready = young.filter(isReady).length;
    const refused = refusal(newest);
    if (refused?.kind === 'quota' && surgesNot(deployment)) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs: 60_000 };
    }
    if (refused?.kind === 'refused' && !isDecided(refused.detail)) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs: 30_000 };
    }
    const cause = refused ?? firstOf(young, podFailure);
    if (cause !== undefined)
        return { state: 'failed', ready, wanted, cause };
    const pulling = firstOf(young, failingPull);
    if (pulling !== undefined)
        return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
    const stuck = firstOf(young, unschedulable);
    if (stuck !== undefined) {
        return { state: 'suspect', ready, wanted, cause: stuck, graceMs: surgesNot(deployment) ? 60_000 : 3000 };
    }
    const slow = status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow !== undefined) {
        return {
            state: 'suspect',
            ready,
            wanted,
            cause: notReady(young, ready, wanted, spec?.progressDeadlineSeconds ?? 600),
            graceMs: 3000,
        };
    }
    return { state: 'progressing', ready, wanted };
}
function isUp({ metadata, spec, status }) {
    const updated = status?.updatedReplicas ?? 0;
    return ((status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
        updated >= (spec?.replicas ?? 1) &&
        (status?.replicas ?? 0) <= updated &&
        (status?.availableReplicas ?? 0) >= updated);
}
function surgesNot({ spec }) {
    const surge = spec?.strategy?.rollingUpdate?.maxSurge;
    return spec?.strategy?.type === 'Recreate' || surge === 0 || surge === '0%' || surge === '0';
}
function lateCause({ deployment, replicaSets, pods }, seconds) {
    if (deployment === undefined)
        return { kind: 'gone' };
    const newest = newestReplicaSet(deployment, replicaSets);
    const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
    return notReady(young, young.filter(isReady).length, deployment.spec?.replicas ?? 1, seconds);
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => set.metadata?.ownerReferences?.some(owner => owner.uid === deployment.metadata?.uid))
        .sort((a, b) => revisionOf(b) - revisionOf(a))[0];
}
function revisionOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
function selectorOf(deployment) {
    return Object.entries(deployment?.spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
function ownedBy(pod, set) {
    return (set !== undefined &&
        (pod.metadata?.ownerReferences?.some(owner => owner.uid === set.metadata?.uid) ?? false));
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(set) {
    const message = set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if (isReady(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    for (const { name: container, image, restartCount, state, lastState } of statuses) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const limits = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
            const limit = limits.find(c => c.name === container)?.resources?.limits?.memory ?? 'none of its own';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const pulling = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff';
        const final = /not found|unknown|denied|unauthorized|forbidden/i.test(detail);
        if ((pulling && final) || waiting?.reason === 'InvalidImageName') {
            return { kind: 'image-pull', pod: name, container, image, detail };
        }
        if (/^failed to sync (configmap|secret) cache: timed out/.test(detail))
            continue;
        if (waiting?.reason === 'CreateContainerConfigError' ||
            waiting?.reason === 'CreateContainerError' ||
            waiting?.reason === 'RunContainerError') {
            return { kind: 'bad-container', pod: name, container, detail: detail || waiting.reason };
        }
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    const failing = statuses.find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(young, ready, wanted, seconds) {
    const pods = young
        .filter(pod => !isReady(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ })

};
