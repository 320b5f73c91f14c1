export const id = 7308;
export const ids = [7308];
export const modules = {

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 12710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   differences: () => (/* binding */ differences),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* unused harmony export changeOf */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75961);
/* harmony import */ var _release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28606);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5259);









const hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .looksSecret */ .n0);
        const show = (value) => (hide ? hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
const holdsSecret = (object) => differences(undefined, object).some(({ after }) => after === hidden);
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .announcesSecret */ .RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, identifierOf(a, b)), itemsOf(b, identifierOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function identifierOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};
async function compareWithLive(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined) {
        const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
        return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
    }
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ?? (before && (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace, before.copy))));
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    if (change.what === 'refused')
        return change;
    const as = comparison.salted ? `as ${copy.copy}` : 'under an immutable name';
    return { ...change, note: change.what === 'same' ? 'is already shipped' : `is shipped ${as}` };
}
function followingNote(change, worker, { environment, liveState }) {
    const { kind } = (0,_release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyFor */ .fY)(environment, liveState);
    const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
    const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, liveState }) {
    if (would === undefined)
        return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
    if (live === undefined)
        return { object, what: 'create', differences: differences(undefined, manifest.object) };
    const scaled = (liveState.autoscaler !== undefined && (0,_release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isWorkload */ .gv)(manifest, environment)) ||
        ((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, environment) &&
            liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .refOf */ .H8)(manifest.object))]?.autoscaler !== undefined);
    const found = differences(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .ownershipPatch */ .QJ)(withoutMarks(live.metadata), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__/* .mayTakeFromHelm */ .z$)(live, environment)) !== undefined ||
        (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .wasAppliedClientSide */ .Te)(live);
    const what = found.length === 0 ? 'same' : 'change';
    const note = 'was last written by a rollout or another tool: fields that the release removes may be missing here';
    return { object, what, differences: found, ...(blind ? { note } : {}) };
}
function withoutMarks(metadata) {
    if (metadata?.managedFields === undefined)
        return metadata;
    const managedFields = metadata.managedFields.filter(({ fieldsV1 }) => !onlyMarks(fieldsV1));
    return { ...metadata, managedFields };
}
const onlyMarks = (fields) => /^\{"f:metadata":\{"f:annotations":\{("f:slipway\.dev\/[^"]+":\{\},?)+\}\}\}$/.test(JSON.stringify(fields) ?? '');


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ }),

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
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
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
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
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
}


/***/ })

};
