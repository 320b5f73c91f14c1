export const id = 6229;
export const ids = [6229,8743,2650];
export const modules = {

/***/ 6229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scratchDrill: () => (/* binding */ scratchDrill),
  standingDrill: () => (/* binding */ standingDrill)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 5 modules
var port = __webpack_require__(3544);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var cluster_resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var toolkit_map = __webpack_require__(630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(8961);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/discovery.js

const measured = /(^|\.)metrics\.k8s\.io$/;
async function kindsOf(cluster) {
    const { groups } = (await cluster.get('/apis')) ?? { groups: [] };
    const core = {
        name: '',
        versions: [{ groupVersion: 'v1', version: 'v1' }],
        preferredVersion: { version: 'v1' },
    };
    const unread = [];
    const resources = [];
    for (const group of [core, ...groups.filter(({ name }) => !measured.test(name))]) {
        const preferred = group.preferredVersion.version;
        const known = new Set();
        const versions = group.versions.toSorted((a, b) => Number(b.version === preferred) - Number(a.version === preferred));
        for (const { version } of versions) {
            const listed = await listOf(cluster, group.name, version);
            if (listed === undefined)
                unread.push(`${group.name}/${version}`);
            for (const each of listed ?? []) {
                if (known.has(each.kind) || !isKept(each))
                    continue;
                known.add(each.kind);
                resources.push({ group: group.name, version, plural: each.name, kind: each.kind, namespaced: true });
            }
        }
    }
    return { resources, unread };
}
async function listOf(cluster, group, version) {
    const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
    try {
        return (await cluster.get(path))?.resources;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        return undefined;
    }
}
const isKept = ({ name, namespaced, verbs }) => namespaced && !name.includes('/') && ['list', 'create'].every(verb => verbs.includes(verb));

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/order.js
const stages = [
    ['Namespace'],
    ['CustomResourceDefinition'],
    ['StorageClass', 'IngressClass', 'GatewayClass', 'PriorityClass', 'RuntimeClass', 'PersistentVolume'],
    ['ServiceAccount', 'ClusterRole', 'Role'],
    ['ClusterRoleBinding', 'RoleBinding'],
    ['NetworkPolicy', 'ResourceQuota', 'LimitRange'],
    ['ConfigMap', 'Secret'],
    ['PersistentVolumeClaim'],
    ['Service'],
    [],
    ['PodDisruptionBudget'],
    ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Pod', 'Job', 'CronJob'],
    [
        'HorizontalPodAutoscaler',
        'Ingress',
        'Gateway',
        'HTTPRoute',
        'GRPCRoute',
        'TCPRoute',
        'TLSRoute',
        'UDPRoute',
    ],
];
const others = stages.findIndex(kinds => kinds.length === 0);
const stageOf = new Map(stages.flatMap((kinds, stage) => kinds.map(kind => [kind, stage])));
const rank = ({ kind }) => stageOf.get(kind) ?? others;
function inOrder(objects) {
    return objects.toSorted((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}
function keyOf(object) {
    const { name, namespace } = object.metadata;
    return `${order_kindOf(object)} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
function order_kindOf({ apiVersion, kind }) {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}
const compare = (a, b) => (a < b ? -1 : Number(a > b));

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/portable.js

const ofCluster = /^(kubectl\.kubernetes\.io\/(last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.+|volume\.(beta\.)?kubernetes\.io\/(selected-node|storage-provisioner|storage-resizer)|control-plane\.alpha\.kubernetes\.io\/leader|deprecated\.daemonset\.template\.generation)$/;
const labelsOfCluster = {
    Namespace: /^kubernetes\.io\/metadata\.name$/,
    Pod: /^topology\.kubernetes\.io\/(region|zone)$/,
    Job: /^(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/,
};
const nothing = /$^/;
function portable(object) {
    const { status: _, metadata = {}, ...rest } = object;
    const { name = '', namespace, labels, annotations } = metadata;
    const kept = without(annotations, ofCluster);
    const own = without(labels, labelsOfCluster[object.kind ?? ''] ?? nothing);
    return plain({
        ...rest,
        ...ofKind[object.kind ?? '']?.(rest),
        metadata: {
            name,
            ...(namespace === undefined ? {} : { namespace }),
            ...(isEmpty(own) ? {} : { labels: own }),
            ...(isEmpty(kept) ? {} : { annotations: kept }),
        },
    });
}
const ofKind = {
    Namespace: () => ({ spec: undefined }),
    ServiceAccount: () => ({ secrets: undefined }),
    Service: ({ spec }) => ({ spec: ofService(spec) }),
    PersistentVolumeClaim: ({ spec }) => ({ spec: drop(spec, 'volumeName') }),
    PersistentVolume: ({ spec }) => ({
        spec: (0,toolkit_map/* isMap */.jh)(spec) ? { ...spec, claimRef: drop(spec.claimRef, 'uid', 'resourceVersion') } : spec,
    }),
    StatefulSet: ({ spec }) => ({ spec: ofStatefulSet(spec) }),
    Job: ({ spec }) => ({ spec: ofJob(spec) }),
    Pod: ({ spec }) => ({ spec: ofPod(spec) }),
};
function ofService(spec) {
    if (!(0,toolkit_map/* isMap */.jh)(spec))
        return spec;
    const headless = spec.clusterIP === 'None';
    return {
        ...drop(spec, 'clusterIPs', 'healthCheckNodePort', 'ipFamilies'),
        clusterIP: headless ? 'None' : undefined,
        ...(Array.isArray(spec.ports) ? { ports: (0,toolkit_map/* mapsIn */.nf)(spec.ports).map(each => drop(each, 'nodePort')) } : {}),
    };
}
function ofStatefulSet(spec) {
    if (!(0,toolkit_map/* isMap */.jh)(spec) || !Array.isArray(spec.volumeClaimTemplates))
        return spec;
    const templates = (0,toolkit_map/* mapsIn */.nf)(spec.volumeClaimTemplates).map(each => drop(each, 'status'));
    return { ...spec, volumeClaimTemplates: templates };
}
function ofJob(spec) {
    if (!(0,toolkit_map/* isMap */.jh)(spec) || spec.manualSelector === true || !(0,toolkit_map/* isMap */.jh)(spec.template))
        return spec;
    const { template } = spec;
    const metadata = (0,toolkit_map/* isMap */.jh)(template.metadata) ? template.metadata : {};
    const labels = without((0,toolkit_map/* isMap */.jh)(metadata.labels) ? metadata.labels : {}, labelsOfCluster.Job ?? nothing);
    return { ...drop(spec, 'selector'), template: { ...template, metadata: { ...metadata, labels } } };
}
function ofPod(spec) {
    if (!(0,toolkit_map/* isMap */.jh)(spec))
        return spec;
    const isToken = (value) => (0,toolkit_map/* isMap */.jh)(value) && /^kube-api-access-/.test(String(value.name));
    const unmounted = (value) => Array.isArray(value)
        ? (0,toolkit_map/* mapsIn */.nf)(value).map(each => ({
            ...each,
            volumeMounts: (0,toolkit_map/* mapsIn */.nf)(each.volumeMounts).filter(mount => !isToken(mount)),
        }))
        : undefined;
    return {
        ...drop(spec, 'nodeName', ...(spec.priorityClassName === undefined ? ['priority', 'preemptionPolicy'] : [])),
        volumes: (0,toolkit_map/* mapsIn */.nf)(spec.volumes).filter(volume => !isToken(volume)),
        containers: unmounted(spec.containers),
        initContainers: unmounted(spec.initContainers),
    };
}
function drop(value, ...names) {
    if (!(0,toolkit_map/* isMap */.jh)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
function without(map, names) {
    return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !names.test(name)));
}
const isEmpty = (map) => Object.keys(map ?? {}).length === 0;
function plain(value) {
    if (Array.isArray(value))
        return value.map(plain);
    if (!(0,toolkit_map/* isMap */.jh)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([name, each]) => each !== undefined && !(name === 'creationTimestamp' && each === null))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [name, plain(each)]));
}
function movedTo(objects, from, to) {
    const moved = (value) => {
        if (Array.isArray(value))
            return value.map(moved);
        if (!(0,toolkit_map/* isMap */.jh)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [
            name,
            name === 'namespace' && each === from ? to : moved(each),
        ]));
    };
    return objects.map(each => {
        const object = moved(each);
        const isNamespace = each.kind === 'Namespace' && each.metadata.name === from;
        return isNamespace ? { ...object, metadata: { ...object.metadata, name: to } } : object;
    });
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/references.js

const fields = {
    storageClassName: 'StorageClass',
    volumeName: 'PersistentVolume',
    ingressClassName: 'IngressClass',
    gatewayClassName: 'GatewayClass',
    priorityClassName: 'PriorityClass',
    runtimeClassName: 'RuntimeClass',
};
function referencesOf(objects) {
    const found = new Map();
    const add = (kind, name) => {
        if (typeof name === 'string' && name !== '')
            found.set(`${kind} ${name}`, { kind, name });
    };
    const visit = (value) => {
        if (Array.isArray(value))
            for (const each of value)
                visit(each);
        if (!(0,toolkit_map/* isMap */.jh)(value))
            return;
        for (const [name, each] of Object.entries(value)) {
            const kind = fields[name];
            if (kind !== undefined)
                add(kind, each);
            visit(each);
        }
        const { roleRef } = value;
        if ((0,toolkit_map/* isMap */.jh)(roleRef) && roleRef.kind === 'ClusterRole')
            add('ClusterRole', roleRef.name);
    };
    visit(objects);
    return [...found.values()].sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}
function groupsDefined(objects) {
    const groups = objects.map(({ apiVersion }) => apiVersion.split('/')).filter(parts => parts.length === 2);
    return [...new Set(groups.map(([group = '']) => group))].filter(group => group.includes('.')).sort();
}
function secretsNamed(objects) {
    const names = new Set();
    const add = (value, field = 'name') => {
        const name = isMap(value) ? value[field] : undefined;
        if (typeof name === 'string' && name !== '')
            names.add(name);
    };
    const visit = (value) => {
        if (Array.isArray(value))
            for (const each of value)
                visit(each);
        if (!isMap(value))
            return;
        for (const [field, each] of Object.entries(value)) {
            if (field === 'secretKeyRef' || field === 'secretRef')
                add(each);
            if (field === 'secret')
                for (const name of ['secretName', 'name'])
                    add(each, name);
            if (field === 'tls')
                for (const entry of mapsIn(each))
                    add(entry, 'secretName');
            if (field === 'imagePullSecrets')
                for (const entry of mapsIn(each))
                    add(entry);
            if (field === 'certificateRefs')
                for (const entry of mapsIn(each))
                    if ((entry.kind ?? 'Secret') === 'Secret')
                        add(entry);
            visit(each);
        }
    };
    visit(objects);
    return [...names].sort();
}
function bindsAccountOf(namespace, binding) {
    const { subjects } = binding;
    return (0,toolkit_map/* mapsIn */.nf)(subjects).some(({ kind, namespace: of }) => kind === 'ServiceAccount' && (0,toolkit_map/* textsIn */.Ej)([of])[0] === namespace);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/selection.js

const leftOut = new Set([
    ...['Event', 'Endpoints', 'EndpointSlice', 'Lease', 'Secret', 'ControllerRevision'],
    ...['CSIStorageCapacity', 'IPAddress', 'PodMetrics'],
]);
function selected(objects) {
    const uids = new Set(objects.map(({ metadata }) => metadata?.uid));
    return objects.filter(object => {
        const { kind = '', metadata } = object;
        if (leftOut.has(kind) || metadata?.deletionTimestamp !== undefined)
            return false;
        const controller = metadata?.ownerReferences?.find(owner => owner.controller === true);
        if (controller !== undefined && kind !== 'PersistentVolumeClaim')
            return kind !== 'Pod' && !uids.has(controller.uid);
        return !isByItself(object);
    });
}
function isByItself({ kind, metadata, ...rest }) {
    const name = metadata?.name ?? '';
    if (kind === 'ConfigMap')
        return name === 'kube-root-ca.crt';
    if (kind === 'Job' || kind === 'Pod')
        return isOver(rest);
    if (kind !== 'ServiceAccount' || name !== 'default')
        return false;
    const marks = Object.keys({ ...metadata?.labels, ...metadata?.annotations });
    return marks.length === 0 && (0,toolkit_map/* mapsIn */.nf)(rest.imagePullSecrets).length === 0;
}
function isOver({ status }) {
    const { phase, conditions } = (status ?? {});
    if (phase === 'Succeeded' || phase === 'Failed')
        return true;
    return (0,toolkit_map/* mapsIn */.nf)(conditions).some(({ type, status: state }) => (type === 'Complete' || type === 'Failed') && state === 'True');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js









const atOnce = 8;
async function exportNamespace(cluster, namespace) {
    const own = await cluster.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
    if (own === undefined)
        throw new errors/* UserError */.yo(`there is no namespace ${namespace} in the cluster`, 'correct its name');
    const { resources, unread } = await kindsOf(cluster);
    const wanted = resources.filter(({ kind }) => !leftOut.has(kind));
    const lists = await (0,parallel/* mapOf */.A7)(wanted, atOnce, async (resource) => (await cluster.list((0,cluster_resources/* pathOf */.XM)(resource, namespace))).items.map(each => typed(each, resource)));
    const live = selected(lists.flat());
    const around = await surroundings(cluster, namespace, live, live.map(portable));
    const namespaceObject = { ...own, apiVersion: 'v1', kind: 'Namespace' };
    return {
        objects: inOrder([namespaceObject, ...around, ...live].map(portable)),
        unread: unread.map(group => `the cluster does not serve ${group}, so nobody knows what is there of it`),
    };
}
const typed = (object, { group, version, kind }) => ({
    ...object,
    apiVersion: group === '' ? version : `${group}/${version}`,
    kind,
});
const places = {
    StorageClass: '/apis/storage.k8s.io/v1/storageclasses',
    PersistentVolume: '/api/v1/persistentvolumes',
    IngressClass: '/apis/networking.k8s.io/v1/ingressclasses',
    GatewayClass: '/apis/gateway.networking.k8s.io/v1/gatewayclasses',
    PriorityClass: '/apis/scheduling.k8s.io/v1/priorityclasses',
    RuntimeClass: '/apis/node.k8s.io/v1/runtimeclasses',
    ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
};
async function surroundings(cluster, namespace, live, exported) {
    const bindings = (await cluster.list('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings')).items;
    const ours = bindings.filter(each => bindsAccountOf(namespace, each));
    const named = await (0,parallel/* mapOf */.A7)(referencesOf([...live, ...ours]), atOnce, ({ kind, name }) => cluster.get(`${places[kind]}/${encodeURIComponent(name)}`));
    const groups = new Set(groupsDefined(exported));
    const kinds = new Set(exported.map(order_kindOf));
    const definitions = groups.size === 0
        ? []
        : (await cluster.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')).items;
    const used = definitions.filter(({ spec }) => {
        if (!(0,toolkit_map/* isMap */.jh)(spec) || !groups.has(String(spec.group)) || !(0,toolkit_map/* isMap */.jh)(spec.names))
            return false;
        return kinds.has(`${spec.group}/${spec.names.kind}`);
    });
    return [...used, ...named.filter(each => each !== undefined), ...ours].filter(each => !isBuiltIn(each));
}
function isBuiltIn({ metadata }) {
    const { name = '', labels, annotations } = metadata ?? {};
    return (name.startsWith('system-') ||
        labels?.['kubernetes.io/bootstrapping'] !== undefined ||
        annotations?.['rbac.authorization.kubernetes.io/autoupdate'] !== undefined);
}
function countsOf({ objects }) {
    const counts = new Map();
    for (const each of objects)
        counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function formatExport({ objects }) {
    return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }, undefined, 1)}\n`;
}
function parseExport(text) {
    const document = jsonMap(text);
    const objects = mapsIn(document?.items);
    const whole = objects.every(({ apiVersion, kind, metadata }) => typeof apiVersion === 'string' && typeof kind === 'string' && isMap(metadata) && metadata.name);
    if (document?.kind === 'List' &&
        Array.isArray(document.items) &&
        objects.length === document.items.length &&
        whole)
        return { objects: objects, unread: [] };
    throw new UserError('the export of the cluster cannot be read', 'take one that slipway wrote');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/clock.js
function steadyClock() {
    const origin = Date.now() - performance.now();
    return () => Math.round(origin + performance.now());
}

// EXTERNAL MODULE: ./.build/js/src/recovery/loss.js
var loss = __webpack_require__(3638);
// EXTERNAL MODULE: ./.build/js/src/recovery/outage.js
var recovery_outage = __webpack_require__(7722);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var drill_patience = __webpack_require__(2724);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/prober.js

function startProber({ every, patience, probe, now, seen }) {
    const known = [];
    const underway = new Set();
    const look = async () => {
        const at = now();
        const looked = await (0,drill_patience/* within */.u)(patience, probe);
        const reason = 'fault' in looked ? looked.fault : looked.answer;
        const sample = { at, ok: reason === undefined, tookMs: now() - at, ...(reason && { reason }) };
        known.push(sample);
        seen?.(sample);
    };
    const begin = () => {
        const one = look().finally(() => underway.delete(one));
        underway.add(one);
    };
    begin();
    const timer = setInterval(begin, every);
    return {
        samples: () => known.toSorted((a, b) => a.at - b.at),
        stop: async () => {
            clearInterval(timer);
            await Promise.all(underway);
            return known.toSorted((a, b) => a.at - b.at);
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/stamps.js
var stamps = __webpack_require__(8743);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/placement.js
var placement = __webpack_require__(9448);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/standing-rungs.js


const rung = (level, what, fault, good) => ({
    ...{ level, what },
    state: fault === undefined ? 'passed' : 'failed',
    sentence: fault ?? good,
});
function standbyRung({ members }) {
    const primary = members.find(({ role }) => role === 'primary');
    const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
    const fault = primary === undefined
        ? 'no member says that it is the primary'
        : followers.length === 0
            ? 'no standby follows the primary'
            : undefined;
    const each = followers.map(({ name, sync, behind }) => `${name} (${sync}, ${(0,toolkit_count/* counted */.h)(behind, 'byte')} behind)`);
    return rung('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}
function sameDatabaseRung(before, after) {
    const fault = before === undefined || after === undefined
        ? 'the primary of before or of after was not asked'
        : before.system !== after.system
            ? `${after.pod} is another database than ${before.pod}: its system identifier is ${after.system}, and was ${before.system}`
            : after.timeline < before.timeline
                ? `${after.pod} is on timeline ${after.timeline}, before timeline ${before.timeline} of ${before.pod}`
                : (after.damaged ?? 0) > 0
                    ? `${(0,toolkit_count/* counted */.h)(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
                    : undefined;
    const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
    return rung('L1', 'same database', fault, `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`);
}
function takeoverRung(victim, successor, states) {
    const primaries = states.members.filter(({ role }) => role === 'primary');
    const fault = successor === undefined
        ? `nobody took over from ${victim.pod}`
        : primaries.length > 1
            ? `${primaries.map(({ pod }) => pod).join(' and ')} all take writes`
            : primaries[0]?.pod === successor.pod
                ? undefined
                : `${successor.pod} is said to be the primary and ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
    const where = successor === undefined ? '' : (0,placement/* placementText */.pr)(successor);
    const good = successor?.pod === victim.pod
        ? `another pod of the name ${where} is the primary again`
        : `${where} took over from ${(0,placement/* placementText */.pr)(victim)}`;
    return rung('L2', 'failover', fault, good);
}
function markersRung({ demanded, lost, findings }) {
    const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
    const fault = wrong.length === 0 ? undefined : wrong.join('; ');
    const good = `${(0,toolkit_count/* counted */.h)(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
    return rung('L3', 'markers', fault, good);
}
const applicationRung = (what, fault) => rung('L4', what, fault, what === 'old record' ? 'as it was before' : 'written, and read back');
function notWhole({ members, silent }, count) {
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        return 'it has no primary';
    if (more.length > 0)
        return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} all take writes`;
    const apart = members.find(each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline));
    if (apart !== undefined)
        return `${apart.pod} does not follow ${primary.pod} yet`;
    if (members.length < count)
        return silent[0] ?? `${members.length} of ${(0,toolkit_count/* counted */.h)(count, 'member')} are there`;
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-drill.js







async function drillScratch(drill, system) {
    const startedAt = system.now();
    const stamper = (0,stamps.startStamper)(system.now);
    const course = { rungs: [], notes: [], left: [] };
    let prober;
    try {
        const ledger = await system.markers?.stop();
        const injectedAt = system.now();
        course.injectedAt = injectedAt;
        const { application } = system;
        if (application !== undefined)
            prober = startProber({ ...drill.profile.probes, probe: application.probe, now: system.now });
        await stamper.during('provision', system.provision);
        course.rungs.push(...(await stamper.during('provision', system.prove)));
        const brought = await system.restore(injectedAt, (phase, work) => stamper.during(asOfAll[phase] ?? phase, work));
        course.rungs.push(...brought.rungs);
        course.backup = brought.backup;
        if (ledger !== undefined) {
            course.loss = (0,loss/* measureLoss */.uk)({
                ...{ ledger, recovered: brought.recovered, failedAt: injectedAt, every: drill.profile.markers.every },
                ...(brought.target === undefined ? {} : { target: brought.target }),
            });
            course.rungs.push(markersRung(course.loss));
        }
        if (application !== undefined && prober !== undefined) {
            await stamper.during('start', application.start);
            await stamper.during('verify', () => untilServed(drill, system, prober));
            course.rungs.push(applicationRung('old record', await application.old()));
            course.rungs.push(applicationRung('new record', await application.fresh()));
        }
        course.rungs.push(...(await system.inspect()));
    }
    catch (error) {
        course.error = drill.signal.aborted ? (0,errors/* cancelled */.KW)().sentence : told(error, system);
    }
    const samples = await prober?.stop();
    if (samples !== undefined && course.injectedAt !== undefined)
        course.outage = (0,recovery_outage/* measureOutage */.C)({
            samples,
            injectedAt: course.injectedAt,
            every: drill.profile.probes.every,
            consecutive: drill.profile.good,
        });
    const { app, environment, target, assumedDetection, tools, run, scenario, profile } = drill;
    return {
        ...{ app, environment, target, assumedDetection, tools, run },
        ...course,
        scenario: scenario.id,
        required: scenario.required,
        profile: profile.name,
        ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps(), files: {} },
    };
}
const asOfAll = { decide: 'restore', verify: 'replay' };
async function untilServed({ profile, deadline, signal }, { now }, prober) {
    const end = now() + deadline;
    for (;;) {
        const last = prober.samples().slice(-profile.good);
        if (last.length === profile.good && last.every(({ ok }) => ok))
            return;
        if (now() >= end)
            return;
        await (0,drill_patience/* pause */.v)(profile.probes.every, signal);
    }
}
function told(error, { report }) {
    if (error instanceof errors/* UserError */.yo)
        return error.sentence;
    report((0,errors/* describe */.q0)(error));
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/tamed.js

const replicasAnnotation = 'dr-drill/replicas';
const dnsController = 'external-dns.alpha.kubernetes.io/controller';
const actingAnnotation = /^(?:external-dns\.alpha\.kubernetes\.io|cert-manager\.io|acme\.cert-manager\.io)\//;
function acting(manifests, options = {}) {
    return flat(manifests).flatMap(object => {
        const verdict = tame(object, options);
        return verdict.why.length === 0 ? [] : [`${titleOf(object)} (${verdict.why.join(', ')})`];
    });
}
function tamed(manifests, options = {}) {
    const all = flat(manifests).map(object => ({ object, ...tame(object, options) }));
    return {
        manifests: all.flatMap(({ tamed: kept }) => (kept === undefined ? [] : [kept])),
        changes: all.flatMap(({ object, why, tamed: kept }) => why.length === 0
            ? []
            : [`${titleOf(object)} was ${kept === undefined ? 'left out' : 'changed'}: ${why.join(', ')}`]),
    };
}
function replicasBefore({ metadata }) {
    const written = metadata?.annotations?.[replicasAnnotation];
    return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
const tamed_leftOut = (why) => ({ why: [why], tamed: undefined });
function tame(object, options) {
    const known = `${groupOf(object)}/${object.kind ?? ''}`;
    const why = neverKept(known, options);
    if (why !== undefined)
        return tamed_leftOut(why);
    const steps = [withoutAnnotations, ...(changers[known] ?? [])];
    return steps.reduce((before, step) => {
        const after = before.tamed === undefined ? before : step(before.tamed);
        return { why: [...before.why, ...(after === before ? [] : after.why)], tamed: after.tamed };
    }, { why: [], tamed: object });
}
const never = {
    '/Pod': 'it would run at once',
    '/ReplicationController': 'it would start pods at once',
    'apps/DaemonSet': 'it would start pods at once',
    'networking.k8s.io/NetworkPolicy': 'it could open a way out of the namespace',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 'it would judge what others write',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration': 'it would change what others write',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy': 'it would judge what others write',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': 'it would judge what others write',
    'admissionregistration.k8s.io/MutatingAdmissionPolicy': 'it would change what others write',
    'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': 'it would change what others write',
    'apiregistration.k8s.io/APIService': 'it would answer for the API server',
    'gateway.networking.k8s.io/Gateway': 'it would open a load balancer',
    'networking.k8s.io/Ingress': 'it would lead traffic to the copy',
    ...Object.fromEntries(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => [
        `gateway.networking.k8s.io/${kind}`,
        'it would lead traffic to the copy',
    ])),
    'cert-manager.io/Certificate': 'it would order a certificate',
};
const ownGroups = new Set([
    ...['', 'apps', 'batch', 'autoscaling', 'policy'],
    ...[
        ...['rbac.authorization', 'networking', 'gateway.networking', 'storage', 'scheduling', 'node'],
        ...['discovery', 'coordination', 'events', 'apiextensions', 'resource'],
    ].map(name => `${name}.k8s.io`),
]);
function neverKept(known, { inert = [] }) {
    if (never[known] !== undefined)
        return never[known];
    const [group = ''] = known.split('/');
    return ownGroups.has(group) || inert.includes(known)
        ? undefined
        : `what an operator does with ${known} is not known`;
}
const untouched = (object) => ({ why: [], tamed: object });
const suspended = object => specOf(object).suspend === true
    ? untouched(object)
    : { why: ['it would run'], tamed: withSpec(object, { suspend: true }) };
const scaledDown = object => {
    const { replicas = 1 } = specOf(object);
    if (replicas === 0)
        return untouched(object);
    const scaled = withSpec(object, { replicas: 0 });
    return {
        why: ['it would start pods at once'],
        tamed: withAnnotations(scaled, { ...annotationsOf(object), [replicasAnnotation]: String(replicas) }),
    };
};
const offTheNode = (...path) => object => {
    const pod = [...path].reduce((at, key) => ((0,toolkit_map/* isMap */.jh)(at) ? at[key] : undefined), object);
    if (!(0,toolkit_map/* isMap */.jh)(pod) || pod.hostNetwork !== true)
        return untouched(object);
    return {
        why: ['its pods would be in the network of their node'],
        tamed: replaced(object, path, { ...pod, hostNetwork: false }),
    };
};
const outward = [
    ...['externalIPs', 'externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'],
    ...['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges'],
];
const inward = object => {
    const spec = specOf(object);
    const opens = spec.type === 'LoadBalancer' || spec.type === 'NodePort';
    const external = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
    if (!opens && !external)
        return untouched(object);
    const ports = Array.isArray(spec.ports) ? spec.ports : [];
    const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !outward.includes(field)));
    const inside = {
        ...kept,
        ...(opens ? { type: 'ClusterIP' } : {}),
        ports: ports.map(port => (0,toolkit_map/* isMap */.jh)(port) ? Object.fromEntries(Object.entries(port).filter(([key]) => key !== 'nodePort')) : port),
    };
    return {
        why: [opens ? `it would open a ${spec.type}` : 'it would take addresses of others'],
        tamed: { ...object, spec: inside },
    };
};
function withoutAnnotations(object) {
    const annotations = annotationsOf(object);
    const acts = (key) => actingAnnotation.test(key) && !(key === dnsController && annotations[key] === 'none');
    const found = Object.keys(annotations).filter(acts);
    if (found.length === 0)
        return untouched(object);
    const rest = Object.fromEntries(Object.entries(annotations).filter(([key]) => !acts(key)));
    return { why: [`it is annotated ${found.sort().join(' and ')}`], tamed: withAnnotations(object, rest) };
}
const podOf = ['spec', 'template', 'spec'];
const workload = [scaledDown, offTheNode(...podOf)];
const changers = {
    'apps/Deployment': workload,
    'apps/StatefulSet': workload,
    'apps/ReplicaSet': workload,
    'batch/Job': [suspended, offTheNode(...podOf)],
    'batch/CronJob': [suspended, offTheNode('spec', 'jobTemplate', ...podOf)],
    '/Service': [inward],
};
function flat(manifests) {
    return manifests.flatMap(object => object.kind?.endsWith('List') === true && Array.isArray(object.items)
        ? flat(object.items.filter(toolkit_map/* isMap */.jh))
        : [object]);
}
const groupOf = ({ apiVersion = '' }) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
const titleOf = ({ kind, metadata }) => `${kind ?? 'object'}/${metadata?.name ?? ''}`;
const specOf = ({ spec }) => ((0,toolkit_map/* isMap */.jh)(spec) ? spec : {});
const annotationsOf = ({ metadata }) => metadata?.annotations ?? {};
const withSpec = (object, more) => ({
    ...object,
    spec: { ...specOf(object), ...more },
});
const withAnnotations = (object, annotations) => ({
    ...object,
    metadata: { ...object.metadata, annotations },
});
function replaced(at, [key, ...rest], value) {
    if (key === undefined)
        return value;
    const map = (0,toolkit_map/* isMap */.jh)(at) ? at : {};
    return { ...map, [key]: replaced(map[key], rest, value) };
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-objects.js


function applicationOf(objects, { from, to, database, service }) {
    const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
    const claims = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
    const wanted = own.filter(({ kind, metadata: { name, labels } }) => !(kind === database.kind && name === database.name) &&
        !(kind === 'Service' && name === service) &&
        !(kind === 'PersistentVolumeClaim' && claims.test(name)) &&
        labels?.['slipway.dev/kind'] === undefined);
    const { manifests, changes } = tamed(wanted);
    return { objects: movedTo(manifests, from, to), changes };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(3402);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(5679);
;// CONCATENATED MODULE: ./.build/js/src/cluster/forward.js





const patience = 15_000;
async function forwardTo({ namespace, service, port }, reach) {
    const args = [
        'port-forward',
        `--namespace=${namespace}`,
        ...(0,cluster_reach/* reachFlags */.x)(reach),
        `service/${service}`,
        `:${port}`,
    ];
    const [command, bound] = (0,toolkit_child/* boundToUs */._)('kubectl', args);
    const child = (0,external_node_child_process_.spawn)(command, bound, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => {
        said = `${said}${chunk}`.slice(-2000);
    });
    const refused = () => new errors/* UserError */.yo(`nothing leads to Service/${service} in ${namespace}: ${said.trim().split('\n').at(-1) || 'kubectl port-forward ended'}`, 'see whether its pods are ready, and whether the credential may `create` `pods/portforward` there');
    const local = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(refused()), patience);
        (0,external_node_readline_.createInterface)({ input: child.stdout }).on('line', line => {
            const found = /^Forwarding from 127\.0\.0\.1:(\d+) ->/.exec(line)?.[1];
            if (found === undefined)
                return;
            clearTimeout(timer);
            resolve(Number(found));
        });
        for (const end of ['error', 'close'])
            child.once(end, () => {
                clearTimeout(timer);
                reject(refused());
            });
    }).catch(error => {
        child.kill('SIGKILL');
        throw error;
    });
    return { base: new URL(`http://127.0.0.1:${local}`), close: () => void child.kill('SIGKILL') };
}

// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(571);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/applying.js







const neverApplied = new Set(['PersistentVolume']);
async function applyExport(task) {
    const { cluster, objects, overwrite, asleep, report } = task;
    const wanted = inOrder(objects)
        .filter(({ kind }) => !neverApplied.has(kind))
        .map(each => (asleep ? sleeping(each) : each));
    if (!overwrite)
        await mustBeAbsent(cluster, wanted);
    const [made, overwritten, left] = [[], [], []];
    for (const object of wanted) {
        const { path, resource } = await placeOf(cluster, object);
        const live = await cluster.get(path);
        const key = keyOf(object);
        if (live !== undefined && !resource.namespaced) {
            left.push(key);
            continue;
        }
        await (0,apply/* applyObjects */.r3)(cluster, [{ path, object, live }]);
        (live === undefined ? made : overwritten).push(key);
        if (object.kind === 'CustomResourceDefinition')
            await established(cluster, path, object.metadata.name);
    }
    report(`${(0,toolkit_count/* counted */.h)(made.length, 'object')} made, ${overwritten.length} written over, ${left.length} of the whole cluster left as they are`);
    return { made, overwritten, left };
}
const byItself = ({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === 'default';
async function mustBeAbsent(cluster, objects) {
    const there = [];
    for (const object of objects.filter(each => each.metadata.namespace !== undefined && !byItself(each))) {
        const placed = await found(cluster, object);
        if (placed !== undefined && (await cluster.get(placed.path)) !== undefined)
            there.push(keyOf(object));
    }
    if (there.length === 0)
        return;
    throw new errors/* UserError */.yo(`${(0,toolkit_count/* counted */.h)(there.length, 'object')} of the export ${there.length === 1 ? 'is' : 'are'} there already: ${there.slice(0, 5).join(', ')}${there.length > 5 ? ', …' : ''}`, 'restore into an empty namespace, or agree that they are written over');
}
async function found(cluster, object) {
    const resource = await new cluster_resources/* Discovery */.TB(cluster).find(object.apiVersion, object.kind);
    if (resource === undefined)
        return undefined;
    const { name, namespace = '' } = object.metadata;
    return { object, resource, path: (0,cluster_resources/* pathOf */.XM)(resource, namespace, name) };
}
async function placeOf(cluster, object) {
    const placed = await found(cluster, object);
    if (placed !== undefined)
        return placed;
    throw new errors/* UserError */.yo(`the cluster does not know ${object.apiVersion} ${object.kind}, which ${keyOf(object)} needs`, 'install what defines it first');
}
async function established(cluster, path, name) {
    for (let turn = 0; turn < 60; turn += 1) {
        const { status } = (await cluster.get(path)) ?? {};
        const good = ({ type, status: state }) => type === 'Established' && state === 'True';
        if ((0,toolkit_map/* mapsIn */.nf)(status?.conditions).some(good))
            return;
        await (0,promises_.setTimeout)(500);
    }
    throw new errors/* UserError */.yo(`the cluster does not establish the definition ${name}`, 'see its conditions with kubectl describe');
}
function sleeping(object) {
    const spec = object.spec;
    switch (object.kind) {
        case 'Deployment':
        case 'StatefulSet':
        case 'ReplicaSet':
        case 'ReplicationController':
            return { ...object, spec: { ...spec, replicas: 0 } };
        case 'CronJob':
        case 'Job':
            return { ...object, spec: { ...spec, suspend: true } };
        default:
            return object;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js
var recovery_copy = __webpack_require__(9060);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(4094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/markers.js
var postgres_markers = __webpack_require__(1014);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 4 modules
var proving = __webpack_require__(997);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(6677);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(6401);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js + 4 modules
var restore = __webpack_require__(3846);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/functional.js
var functional = __webpack_require__(1594);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/scratch-system.js












function scratchSystem(cluster, target, options) {
    const { signal, now, sleep, report } = options;
    const { namespace } = target.copy;
    const place = { stanza: target.stanza, repository: target.repository.number };
    const { application, markers } = target;
    let copy;
    let forward;
    const raised = () => {
        if (copy === undefined)
            throw new Error('there is no copy yet');
        return copy;
    };
    let check;
    const system = {
        ...{ now, report },
        markers: markers && { stop: markers.stop },
        provision: async () => {
            copy = await (0,recovery_copy.raiseCopy)(cluster, target.copy);
            await cluster.create((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.service, namespace), serviceOf(target));
        },
        prove: () => (0,proving/* proveRepository */.F)({
            ...{ exec: raised().exec, place, size: target.size, limits: target.limits, idle: target.idle },
            ...{ signal, now },
        }),
        restore: async (lostAt, during) => {
            const contents = await (0,proving/* readRepository */.N)({ exec: raised().exec, place, size: target.size, signal });
            const to = target.to ?? archivedBy(contents, lostAt, target.size);
            const restored = await (0,restore.restoreInto)({
                ...{ copy: raised(), database: target.database, place, expected: target.expected },
                ...{ target: to, set: target.set, size: target.size, during, signal, sleep, report },
            });
            const { backup } = restored.database.choice;
            const recovered = markers === undefined
                ? []
                : (0,postgres_markers/* markersOf */.Bs)(await (0,sql/* rowsOf */.RO)(raised().exec, { database: target.database, host: copy_pod.copySocket }, (0,postgres_markers/* readMarkers */.mC)(markers.runId, 0), signal));
            return {
                rungs: restored.rungs,
                backup: {
                    ...{ label: backup.label, repository: target.repository.name, endedAt: backup.endedAt },
                    bytes: backup.size,
                },
                target: to.kind === 'time' ? to.at : undefined,
                recovered,
            };
        },
        inspect: () => (0,restore.checkIndexes)({ copy: raised(), database: target.database, report, signal }),
        application: application && {
            start: async () => {
                for (const each of application.secrets)
                    await (0,recovery_copy.copyConfiguration)(cluster, each, target.copy);
                const { objects } = application;
                await applyExport({ cluster, objects, overwrite: true, asleep: true, report });
                await startAll(cluster, application, namespace);
                forward = await untilForwarded(cluster, target, options, application);
                check = (0,functional/* functionalCheck */.g)({ ...application.functional, base: forward.base });
                await check.remember(options.patience);
            },
            probe: async () => (check === undefined ? 'it is not up yet' : check.whole(options.patience)),
            old: async () => check?.old(options.patience),
            fresh: async () => check?.fresh(options.patience),
        },
    };
    return { system, close: () => forward?.close() };
}
function archivedBy({ listing }, lostAt, size) {
    const newest = Math.max(1, ...listing.segments.map(({ segment }) => segment.timeline));
    const own = listing.segments.filter(({ segment }) => segment.timeline === newest);
    const last = own.findLast(({ at }) => at <= lostAt);
    if (last === undefined || last === own.at(-1))
        return { kind: 'latest' };
    return { kind: 'lsn', lsn: (0,wal.beginOf)((0,wal.next)(last.segment), size), exclusive: true };
}
const serviceOf = ({ copy, service }) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service, namespace: copy.namespace, labels: (0,recovery_copy.copyLabels)(copy) },
    spec: { selector: (0,recovery_copy.copyLabels)(copy), ports: [{ name: 'postgresql', port: 5432 }] },
});
async function startAll(cluster, { objects, start }, namespace) {
    for (const object of objects) {
        const title = `${object.kind}/${object.metadata.name}`;
        const replicas = replicasBefore(object);
        if (!start.includes(title) || replicas === undefined)
            continue;
        const resource = object.kind === 'StatefulSet' ? cluster_resources/* resources */.ES.statefulSet : cluster_resources/* resources */.ES.deployment;
        await cluster.patch((0,cluster_resources/* pathOf */.XM)(resource, namespace, object.metadata.name), 'merge', { spec: { replicas } });
    }
}
async function untilForwarded({ reach }, { copy }, { sleep }, { service, port }) {
    const end = performance.now() + copy.patience;
    for (;;) {
        try {
            return await forwardTo({ namespace: copy.namespace, service, port }, reach);
        }
        catch (error) {
            if (performance.now() >= end)
                throw error;
            await sleep(1000);
        }
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(8650);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/failing-back.js






async function failBack(drill, system, course, watch, { victim, count, mend }) {
    system.report(`mending ${(0,placement/* placementText */.pr)(victim)}`);
    await mend();
    const whole = await untilWhole(drill, system, count);
    course.rungs.push(whole);
    if (whole.state !== 'passed') {
        course.left.push(`the database is not whole again: ${whole.sentence}`);
        return;
    }
    course.rungs.push(await restorePlacement(drill, system, watch, victim));
}
async function untilWhole({ profile, returns, signal }, system, count) {
    const from = system.now();
    let why = notWhole(await system.members(), count);
    while (why !== undefined && system.now() - from < returns) {
        await (0,drill_patience/* pause */.v)(Math.max(profile.probes.every, 500), signal);
        why = notWhole(await system.members(), count);
    }
    const took = system.now() - from;
    return {
        ...{ level: 'L5', what: 'lost member', took },
        state: why === undefined ? 'passed' : 'failed',
        sentence: why ?? `it is back and follows: ${count} of ${count} members`,
    };
}
async function restorePlacement(drill, system, { prober }, victim) {
    const rung = (state, sentence) => ({
        ...{ level: 'L5', what: 'placement', state, sentence },
    });
    const { profile, deadline, signal } = drill;
    const isPlaced = ({ pod, node }) => pod === victim.pod || node === victim.node;
    const from = await untilOnePrimary(drill, system);
    if (from === undefined)
        return rung('failed', 'which pod is the primary cannot be told by its label');
    if (isPlaced(from))
        return rung('passed', `${(0,placement/* placementText */.pr)(from)} is the primary, where it was before`);
    if (system.switchover === undefined)
        return rung('skipped', `${(0,placement/* placementText */.pr)(from)} stays the primary: no \`switchover\` is declared`);
    const startedAt = system.now();
    system.report(`switching from ${from.pod} back to ${victim.pod}`);
    await system.switchover(victim, from, signal);
    const end = startedAt + deadline;
    const watched = () => (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples().filter(({ at }) => at >= startedAt),
        injectedAt: startedAt,
        every: profile.probes.every,
        consecutive: profile.good,
    });
    let now = await placed(system);
    while ((now === undefined || !isPlaced(now) || watched().kind === 'unresolved') && system.now() < end) {
        await (0,drill_patience/* pause */.v)(profile.probes.every, signal);
        now = await placed(system);
    }
    if (now === undefined || !isPlaced(now))
        return rung('failed', `${victim.pod} is not the primary ${(0,duration/* formatDuration */.a)(deadline)} after the switchover`);
    const outage = watched();
    return outage.kind === 'unresolved'
        ? rung('failed', `after the switchover to ${(0,placement/* placementText */.pr)(now)} the service is not good: ${outage.why}`)
        : rung('passed', `${(0,placement/* placementText */.pr)(now)} is the primary again, out of service for ${(0,recovery_outage/* outageText */.H)(outage)}`);
}
async function untilOnePrimary({ profile, deadline, signal }, system) {
    const end = system.now() + Math.min(deadline, 60_000);
    let found = await placed(system);
    while (found === undefined && system.now() < end) {
        await (0,drill_patience/* pause */.v)(profile.probes.every, signal);
        found = await placed(system);
    }
    return found;
}
async function placed(system) {
    try {
        return await system.primary();
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/profile.js
var drill_profile = __webpack_require__(2650);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/steady.js


function unsteadyBecause({ samples, entries, from, now }, profile) {
    const bad = samples.find(({ ok }) => !ok);
    if (bad !== undefined)
        return `a probe failed before anything was broken: ${bad.reason ?? 'it was bad'}`;
    const refused = entries.find(({ ackedAt }) => ackedAt === undefined);
    if (refused !== undefined)
        return `marker ${refused.seq} was not acknowledged before anything was broken: ${refused.error ?? 'nobody answered'}`;
    const { markers, probes } = profile;
    const silence = [
        { what: 'probe', last: samples.at(-1)?.at, most: 3 * probes.every + probes.patience },
        { what: 'marker', last: entries.at(-1)?.ackedAt, most: 3 * markers.every + markers.patience },
    ].find(({ last = from, most }) => now - last > most);
    return (silence && `no ${silence.what} was good for ${(0,duration/* formatDuration */.a)(Math.round(now - (silence.last ?? from)))}`);
}
function isSteady({ samples, entries, from, now }, { steady, probes, markers }) {
    const enough = (count, every) => count >= Math.max(1, Math.floor(steady / every / 2));
    return (now - from >= steady && enough(samples.length, probes.every) && enough(entries.length, markers.every));
}
const steadyText = ({ samples, entries, from, now }) => `${(0,toolkit_count/* counted */.h)(samples.length, 'probe')} and ${(0,toolkit_count/* counted */.h)(entries.length, 'marker')} in ${(0,duration/* formatDuration */.a)(Math.round(now - from))}, all good`;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/src/recovery/ledger.js
var ledger = __webpack_require__(7840);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/writer.js




function startWriter(options) {
    const entries = [];
    const ending = new AbortController();
    let last;
    const running = (async () => {
        for (let seq = 1; !ending.signal.aborted; seq += 1) {
            const begun = options.now();
            const entry = await writeOne(seq, options);
            if (entry.ackedAt !== undefined)
                last = entry.ackedAt;
            entries.push(entry);
            const rest = begun + options.every - options.now();
            await (0,promises_.setTimeout)(Math.max(0, rest), undefined, { signal: ending.signal }).catch(() => undefined);
        }
    })();
    running.catch(() => undefined);
    return {
        lastAck: () => last,
        entries: () => entries,
        stop: async () => {
            ending.abort();
            await running;
            return entries;
        },
    };
}
async function writeOne(seq, { runId, patience, send, append, now }) {
    const marker = (0,ledger/* makeMarker */.N)(seq, runId, now(), (0,external_node_crypto_.randomUUID)());
    const { sentAt, sha256 } = marker;
    append((0,ledger/* ledgerLine */.oc)({ seq, sentAt, sha256 }));
    const sent = await (0,drill_patience/* within */.u)(patience, signal => send(marker, signal));
    const entry = 'fault' in sent ? { seq, sentAt, error: sent.fault, sha256 } : { seq, sentAt, ackedAt: now(), sha256 };
    append((0,ledger/* ledgerLine */.oc)(entry));
    return entry;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/standing.js













async function drillStanding(drill, system) {
    const startedAt = system.now();
    const stamper = (0,stamps.startStamper)(system.now);
    const course = { rungs: [], notes: [], left: [] };
    try {
        await system.prepare(drill.signal);
        await underWatch(drill, system, stamper, course);
    }
    catch (error) {
        course.error = drill.signal.aborted ? (0,errors/* cancelled */.KW)().sentence : standing_told(error, system);
    }
    try {
        course.left.push(...(await system.clear()));
    }
    catch (error) {
        course.left.push(standing_told(error, system));
    }
    const { app, environment, target, assumedDetection, tools, run, scenario, profile, seed } = drill;
    return {
        ...{ app, environment, target, assumedDetection, tools, run, seed },
        ...course,
        scenario: scenario.id,
        required: scenario.required,
        profile: profile.name,
        ...{ startedAt, endedAt: system.now(), stamps: stamper.stamps(), files: {} },
    };
}
async function underWatch(drill, system, stamper, course) {
    const { profile, run } = drill;
    const { now, append, report } = system;
    const watch = {
        from: now(),
        writer: startWriter({ runId: run.id, ...profile.markers, send: system.markers.send, append, now }),
        prober: startProber({ ...profile.probes, probe: system.probe, now }),
    };
    try {
        const before = await untilSteady(drill, system, watch, course);
        if (before === undefined)
            return;
        await whileBroken(drill, system, stamper, course, watch, before);
    }
    finally {
        report('the watch ends');
        await Promise.all([watch.prober.stop(), watch.writer.stop()]);
    }
}
async function untilSteady({ profile, seed, signal }, system, { prober, writer, from }, course) {
    const seen = () => ({
        samples: prober.samples(),
        entries: writer.entries(),
        from,
        now: system.now(),
    });
    const spread = (0,drill_profile.momentOf)(seed, profile.spread);
    const victim = await system.primary();
    const states = await system.members();
    const standbys = standbyRung(states);
    if (standbys.state !== 'passed')
        course.skipped = standbys.sentence;
    let drawnAt;
    while (course.skipped === undefined) {
        const why = unsteadyBecause(seen(), profile);
        if (why !== undefined)
            course.skipped = why;
        else if (drawnAt === undefined && isSteady(seen(), profile)) {
            course.notes.push(`steady: ${steadyText(seen())}`);
            drawnAt = system.now() + spread;
        }
        else if (drawnAt === undefined && system.now() - from > 3 * profile.steady)
            course.skipped = `it was not looked at often enough to call it steady: ${steadyText(seen())}`;
        if (drawnAt !== undefined && system.now() >= drawnAt)
            break;
        const rest = drawnAt === undefined ? profile.probes.every : drawnAt - system.now();
        await (0,drill_patience/* pause */.v)(Math.min(profile.probes.every, Math.max(0, rest)), signal);
    }
    if (course.skipped !== undefined)
        return undefined;
    const still = await system.primary();
    if (still.uid !== victim.uid)
        course.skipped = `${still.pod} has taken over from ${victim.pod} meanwhile`;
    if (course.skipped !== undefined)
        return undefined;
    course.rungs.push(standbys);
    course.notes.push(`${(0,placement/* placementText */.pr)(victim)} was the primary; broken ${(0,duration/* formatDuration */.a)(spread)} after the steady state, drawn by the seed ${seed}`);
    return { victim, states };
}
async function whileBroken(drill, system, stamper, course, watch, before) {
    const { signal } = drill;
    const { victim } = before;
    const mend = once(async () => {
        await system.undo(victim);
        await system.note(undefined);
    });
    await system.note(victim);
    try {
        signal.throwIfAborted();
        system.report(`breaking ${(0,placement/* placementText */.pr)(victim)}`);
        course.injectedAt = system.now();
        await stamper.during('inject', () => system.inject(victim, signal));
        const successor = await standing_untilServed(drill, system, stamper, course, watch, victim);
        await stamper.during('verify', () => verify(drill, system, course, watch, before, successor));
        await failBack(drill, system, course, watch, { victim, count: before.states.members.length, mend });
    }
    finally {
        try {
            await mend();
        }
        catch (error) {
            course.left.push(`${(0,placement/* placementText */.pr)(victim)} is still broken: ${standing_told(error, system)}`);
        }
    }
}
async function standing_untilServed(drill, system, stamper, course, { prober }, victim) {
    const { profile, deadline, signal } = drill;
    const injectedAt = course.injectedAt ?? system.now();
    const brokenAt = system.now();
    const end = injectedAt + deadline;
    const { good, probes } = profile;
    let successor;
    const served = () => {
        const since = prober.samples().filter(({ at }) => at >= brokenAt);
        const noticed = prober.samples().some(({ ok, at, tookMs }) => !ok && at + tookMs > injectedAt);
        const last = since.slice(-good);
        return last.length === good && last.every(({ ok }) => ok) && (noticed || successor !== undefined);
    };
    const waitFor = async (done, until) => {
        while (!(await done()) && system.now() < until)
            await (0,drill_patience/* pause */.v)(probes.every, signal);
    };
    const takenOver = async () => {
        successor ??= await system.successor(victim);
        return successor !== undefined || served();
    };
    const { failover } = system;
    const patience = failover === undefined ? end : Math.min(end, brokenAt + failover.after);
    await stamper.during('detect', () => waitFor(takenOver, patience));
    if (failover !== undefined && successor === undefined && !served()) {
        system.report('nobody took over by itself: what is declared for that is done');
        await stamper.during('decide', async () => {
            await failover.run(victim, signal);
            await waitFor(takenOver, end);
        });
    }
    await stamper.during('start', () => waitFor(served, end));
    successor ??= await system.successor(victim);
    course.outage = (0,recovery_outage/* measureOutage */.C)({
        samples: prober.samples(),
        injectedAt,
        every: probes.every,
        consecutive: good,
    });
    return successor;
}
async function verify({ profile, signal }, system, course, { writer }, before, successor) {
    const { outage, injectedAt = system.now(), rungs } = course;
    if (outage?.kind === 'unresolved')
        return;
    const located = successor && (await withZone(system, successor));
    const states = await system.members();
    const primaryOf = ({ members }) => members.find(({ role }) => role === 'primary');
    rungs.push(sameDatabaseRung(primaryOf(before.states), primaryOf(states)));
    rungs.push(takeoverRung(before.victim, located, states));
    const ledger = await writer.stop();
    const recovered = await system.markers.read(signal);
    const servers = system.markers.servers();
    const takenOverAt = takeoverBy(servers);
    const [first] = servers;
    if (first !== undefined)
        course.notes.push(`markers were written with synchronous_commit=${first.synchronousCommit}`);
    course.loss = (0,loss/* measureLoss */.uk)({
        ...{ ledger, recovered, failedAt: injectedAt, takenOverAt },
        every: profile.markers.every,
    });
    rungs.push(markersRung(course.loss));
    rungs.push(applicationRung('old record', await system.application.old()));
    rungs.push(applicationRung('new record', await system.application.fresh()));
}
function takeoverBy(servers) {
    const [first] = servers;
    return servers.find(({ timeline }) => first !== undefined && timeline > first.timeline)?.at;
}
async function withZone(system, successor) {
    try {
        const now = await system.primary();
        return now.uid === successor.uid ? now : successor;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return successor;
        throw error;
    }
}
function once(work) {
    let done;
    return () => {
        done ??= work();
        return done;
    };
}
function standing_told(error, { report }) {
    if (error instanceof errors/* UserError */.yo)
        return error.sentence;
    report((0,errors/* describe */.q0)(error));
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/standing-system.js + 4 modules
var standing_system = __webpack_require__(7239);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/namespace.js + 1 modules
var scratch_namespace = __webpack_require__(6043);
// EXTERNAL MODULE: ./.build/js/src/recovery/guard/facts.js
var facts = __webpack_require__(5896);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/probe.js


const probeName = 'dr-drill-probe';
const most = 100;
function probe_placeOf(text) {
    const match = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)):(\d{1,5})$/.exec(text);
    const port = Number(match?.[3]);
    const host = match?.[1] ?? match?.[2];
    if (host !== undefined && port > 0 && port < 65_536)
        return { host, port };
    throw new errors/* UserError */.yo(`"${text}" is no place`, 'write a host and a port, such as db.example:5432');
}
const textOf = ({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
function probePod(plan, namespace, run, node) {
    const targets = targetsOf(plan);
    if (targets.length > most)
        throw new errors/* UserError */.yo(`${targets.length} places are too many to be tried`, `name at most ${most} in all`);
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            generateName: `${probeName}-`,
            namespace,
            labels: { app: probeName, 'dr-drill/run': run },
        },
        spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds: 120,
            ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
            tolerations: [{ operator: 'Exists' }],
            containers: [
                {
                    name: 'probe',
                    image: plan.image,
                    command: ['sh', '-c', probeScript, probeName, String(plan.rounds ?? 5)],
                    args: targets.flatMap(({ host, port }) => [host, String(port)]),
                    terminationMessagePolicy: 'File',
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
                },
            ],
        },
    };
}
const targetsOf = ({ controls, baits, places }) => [...controls, ...baits, ...places];
const probeScript = `
rounds=$1; shift; export LC_ALL=C
dir=$(mktemp -d) || exit 3
try() {
  if command -v curl >/dev/null 2>&1; then
    case $1 in *:*) host="[$1]" ;; *) host=$1 ;; esac
    said=$(curl -q -sS -o /dev/null --noproxy '*' --connect-timeout 2 -m 3 -w 'T%{time_connect}' "http://$host:$2/" 2>&1); code=$?
    case $said in *T*[1-9]*) case \${said##*T} in *[1-9]*) echo r; return ;; esac ;; esac
    case $code:$said in *[Rr]esolv*) echo '?' ;; 7:*|28:*) echo n ;; 0:*|52:*|56:*) echo r ;; *) echo '?' ;; esac
  elif command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
    case $1 in
      *:*) ;;
      *[!0-9.]*) timeout 2 getent hosts "$1" >/dev/null 2>&1 || { echo '?'; return; } ;;
    esac
    said=$(timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>&1); code=$?
    case $code:$said in
      0:*) echo r ;;
      124:*|*refused*|*unreachable*|*'timed out'*|*'No route'*) echo n ;;
      *) echo '?' ;;
    esac
  else echo '?'; fi
}
round=0
while [ $round -lt $rounds ]; do
  [ $round -eq 0 ] || sleep 1
  round=$((round + 1)); i=0
  for word in "$@"; do
    if [ $((i % 2)) -eq 0 ]; then target=$word; else
      try "$target" "$word" >"$dir/$(((i - 1) / 2)).$round" &
    fi
    i=$((i + 1))
  done
  wait
done
n=$(($# / 2)); t=0
{
  while [ $t -lt $n ]; do
    line=; round=0
    while [ $round -lt $rounds ]; do round=$((round + 1)); line="$line$(cat "$dir/$t.$round")"; done
    echo "$t $line"; t=$((t + 1))
  done
  echo end
} >/dev/termination-log
`;
function readProbe(plan, message) {
    const lines = (message ?? '').trim().split('\n');
    const count = targetsOf(plan).length;
    if (lines.length !== count + 1 || lines.at(-1) !== 'end')
        return undefined;
    const found = lines.slice(0, -1).map((line, i) => {
        const [, letters] = /^\d+ ([rn?]+)$/.exec(line) ?? [];
        return line.startsWith(`${i} `) && letters?.length === (plan.rounds ?? 5) ? letters : undefined;
    });
    return found.every(each => each !== undefined) ? found : undefined;
}
function judgeProbes(plan, closed, messages) {
    const probes = messages.map(message => judgeProbe(plan, readProbe(plan, message)));
    const reaches = plan.places.map((place, i) => ({
        place: textOf(place),
        reached: (0,facts/* gravest */.Z)(probes.map(probe => probe.places[i] ?? 'unknown')),
    }));
    const baits = plan.baits.map((_, i) => (0,facts/* gravest */.Z)(probes.map(probe => probe.baits[i] ?? 'unknown')));
    const controls = probes.map(({ control }) => control);
    return {
        control: controls.length === 0 ? 'unknown' : least(controls),
        closed: least([closed, ...baits.map(opposite)]),
        reaches,
    };
}
function judgeProbe(plan, found) {
    const { controls, baits, places } = plan;
    const letters = (from, count) => Array.from({ length: count }, (_, i) => found?.[from + i]);
    const seen = letters(0, controls.length);
    const reached = (each) => each === undefined ? 'unknown' : each.endsWith('r') ? 'yes' : each.includes('?') ? 'unknown' : 'no';
    const control = seen.length === 0 ? 'unknown' : least(seen.map(reached));
    const outside = (each) => {
        if (each === undefined)
            return 'unknown';
        if (each.includes('r'))
            return 'yes';
        return control !== 'yes' || each.includes('?') ? 'unknown' : 'no';
    };
    return {
        control,
        baits: letters(controls.length, baits.length).map(outside),
        places: letters(controls.length + baits.length, places.length).map(outside),
    };
}
function least(answers) {
    if (answers.includes('no'))
        return 'no';
    return answers.includes('unknown') ? 'unknown' : 'yes';
}
const opposite = (answer) => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/isolation.js






async function proveIsolation(cluster, scratch, plan, { nodes, patience = 90_000 }) {
    const ends = performance.now() + patience;
    const places = nodes.length === 0 ? [undefined] : nodes;
    const messages = await Promise.all(places.map(node => probeOnce(cluster, scratch, plan, node, ends).catch(() => undefined)));
    return judgeProbes(plan, await (0,scratch_namespace/* isClosed */.Lx)(cluster, scratch), messages);
}
async function probeOnce(cluster, { name, run }, plan, node, ends) {
    const made = await createPod(cluster, name, probePod(plan, name, run, node), ends);
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, name, made.metadata?.name ?? '');
    try {
        while (performance.now() < ends) {
            const pod = await cluster.get(path);
            const phase = pod?.status?.phase;
            if (pod === undefined || phase === 'Failed')
                return undefined;
            if (phase === 'Succeeded')
                return pod.status?.containerStatuses?.[0]?.state?.terminated?.message;
            await (0,promises_.setTimeout)(500);
        }
        return undefined;
    }
    finally {
        await cluster.remove(path, made.metadata?.uid).catch(() => undefined);
    }
}
async function createPod(cluster, namespace, pod, ends) {
    for (;;) {
        try {
            return await cluster.create((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace), pod);
        }
        catch (error) {
            const early = error instanceof cluster_errors/* ClusterError */.b$ && /serviceaccount ".*" not found/.test(error.message);
            if (!early || performance.now() > ends)
                throw error;
            await (0,promises_.setTimeout)(200);
        }
    }
}
async function nodesFor(cluster) {
    const { items } = await cluster.list((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.node, ''));
    return items
        .filter(({ spec, status }) => spec?.unschedulable !== true &&
        status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true)
        .flatMap(({ metadata }) => metadata?.labels?.['kubernetes.io/hostname'] ?? []);
}
async function baitOf(cluster, ways) {
    const [service, slices] = await Promise.all([
        cluster.get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.service, 'default', 'kubernetes')),
        cluster.list((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.endpointSlice, 'default'), {
            labelSelector: 'kubernetes.io/service-name=kubernetes',
        }),
    ]).catch(() => [undefined, undefined]);
    const { clusterIP: host, ports } = service?.spec ?? {};
    const port = ports?.[0]?.port;
    if (host === undefined || port === undefined || slices === undefined)
        return undefined;
    const behind = slices.items.flatMap(({ endpoints = [], ports: open = [] }) => endpoints.flatMap(({ addresses }) => addresses.flatMap(address => open.map(each => ({ host: address, port: each.port ?? 0 })))));
    return [{ host, port }, ...behind].some(place => leadsTo(ways, place)) ? undefined : { host, port };
}
function leadsTo(ways, { host, port }) {
    const family = (address) => ((0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
    return ways.some(way => {
        const [network = '', bits = ''] = way.cidr.split('/');
        const list = new external_node_net_.BlockList();
        list.addSubnet(network, Number(bits), family(network));
        return way.port === port && list.check(host, family(host));
    });
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/obstacles.js
function hoursObstacle(hours, now) {
    if (hours === undefined)
        return [];
    const { from, to } = hours;
    const hour = new Date(now).getUTCHours();
    const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    const clock = (each) => `${String(each).padStart(2, '0')}:00`;
    return inside
        ? []
        : [`drills are allowed from ${clock(from)} to ${clock(to)} UTC, and it is not that time`];
}
function rolloutObstacle(name, status) {
    const { state, candidate } = status;
    const what = candidate === undefined ? 'a rollout' : `the rollout of release ${candidate}`;
    switch (state) {
        case 'idle':
            return [];
        case 'running':
            return [`${what} in ${name} is under way`];
        case 'waiting':
            return [`${what} in ${name} waits for somebody`];
        case 'held':
            return [`${what} in ${name} is stuck`];
        case 'left':
            return [`${what} in ${name} was left by who moved it`];
    }
}
async function rolloutObstacles(name, read) {
    try {
        return rolloutObstacle(name, await read());
    }
    catch (error) {
        return [
            `whether a rollout in ${name} is under way cannot be told (${error instanceof Error ? error.message : String(error)})`,
        ];
    }
}
const alertsQuery = 'ALERTS{alertstate="firing",severity="critical"}';
async function alertObstacles(source) {
    if (source === undefined)
        return [];
    const answer = await source.query(alertsQuery);
    if (!answer.ok)
        return [`whether a critical alert fires cannot be told (${answer.detail})`];
    const names = answer.value
        .filter(({ samples }) => samples.at(-1)?.[1] !== 0)
        .map(({ labels }) => labels.alertname ?? 'without a name');
    return [...new Set(names)].sort().map(name => `the critical alert ${name} is firing`);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/refusals.js
function refusals(facts) {
    const [cluster, rest] = [clusterRefusals(facts), earlyRest(facts)];
    return [...cluster, ...namespaceRefusals(facts), ...rest.rights, ...isolationRefusals(facts), ...rest.more];
}
function earlyRefusals(facts) {
    const { rights, more } = earlyRest(facts);
    return [...clusterRefusals(facts), ...rights, ...more];
}
function earlyRest(facts) {
    return {
        rights: rightRefusals(facts),
        more: [
            ...facts.acting.map((what) => ({
                rule: 'acting',
                problem: `${what} of what is restored would act by itself`,
                remedy: 'leave it out of the restore, or suspend it',
            })),
            ...facts.obstacles.map((problem) => ({ rule: 'obstacle', problem, remedy: 'run the drill when that is over' })),
            ...consentRefusals(facts),
        ],
    };
}
function clusterRefusals({ cluster, allowed, production, inProduction }) {
    const refusal = (problem, remedy) => ({ rule: 'cluster', problem, remedy });
    if (cluster === undefined || cluster === '')
        return [
            refusal('which cluster this is cannot be told', 'let the drill `get` the namespace kube-system, whose uid tells clusters apart'),
        ];
    if (inProduction !== undefined)
        return production.includes(cluster)
            ? []
            : [
                refusal(`the cluster ${cluster} is not the one that slipway.yml calls production`, 'correct `drills.production`, or the context'),
            ];
    if (production.length === 0)
        return [
            refusal('slipway.yml does not say which cluster is production', 'add its uid to `drills.production`'),
        ];
    if (production.includes(cluster))
        return [
            refusal(`the cluster ${cluster} is production`, 'name a context of another cluster; there is no force'),
        ];
    if (!allowed.includes(cluster))
        return [
            refusal(`the cluster ${cluster} is not one that drills may break`, 'add its uid to `drills.clusters` when it is meant'),
        ];
    return [];
}
function namespaceRefusals({ namespace, run, now }) {
    const { name, labelled, run: written, expires } = namespace;
    const refusal = (problem, remedy) => ({ rule: 'namespace', problem, remedy });
    return [
        ...(labelled === 'yes'
            ? []
            : [
                refusal(`the namespace ${name} does not say that drills are allowed in it`, 'label it dr-drill/allowed=true'),
            ]),
        ...(written === run
            ? []
            : [
                refusal(`the namespace ${name} is of ${written === undefined ? 'no drill' : `the drill ${written}`}`, 'let `drill` make its namespace, or clear away what is left of the other one'),
            ]),
        ...(expires !== undefined && expires > now
            ? []
            : [
                refusal(`nothing says until when the namespace ${name} is needed`, 'let `drill` make its namespace, which says so'),
            ]),
    ];
}
function rightRefusals({ rights: asked, repositories, inProduction }) {
    const refusal = (problem, remedy) => ({ rule: 'rights', problem, remedy });
    const rights = inProduction === undefined ? asked : [];
    return [
        ...(rights.length > 0 || inProduction !== undefined
            ? []
            : [
                refusal('nobody has asked what the identity of the drill may do in production', 'name a context of production in `drills.production-context`, with the identity of the drill'),
            ]),
        ...rights.flatMap(({ what, allowed }) => allowed === 'no'
            ? []
            : [
                refusal(allowed === 'yes'
                    ? `the identity of the drill may ${what} in production`
                    : `whether the identity of the drill may ${what} in production cannot be told`, 'give drills an identity of their own, without rights there'),
            ]),
        ...repositories.flatMap(({ name, deletes }) => deletes === 'no'
            ? []
            : [
                refusal(deletes === 'yes'
                    ? `the drill could delete from the repository ${name}`
                    : `whether the drill could delete from the repository ${name} cannot be told`, 'restore with a login that only reads'),
            ]),
    ];
}
function isolationRefusals({ isolation, namespace, where }) {
    if (where === 'standing')
        return [];
    const { closed, control, reaches } = isolation;
    const refusal = (problem, remedy) => ({ rule: 'isolation', problem, remedy });
    return [
        ...(closed === 'yes'
            ? []
            : [
                refusal(`the ways out of the namespace ${namespace.name} are not closed`, 'let the drill apply its NetworkPolicy there'),
            ]),
        ...(reaches.length > 0
            ? []
            : [
                refusal('nothing is named that a restored application must not reach', 'list the hosts of production, of mail and of payment in `drills.must-not-reach`'),
            ]),
        ...(control === 'yes'
            ? []
            : [
                refusal(`the probe of the isolation reaches nothing at all from ${namespace.name}, so what it does not reach proves nothing`, 'see whether the pods of the probe run, and what they may reach'),
            ]),
        ...reaches.flatMap(({ place, reached }) => reached === 'no'
            ? []
            : [
                refusal(reached === 'yes'
                    ? `${place} can be reached from the namespace ${namespace.name}`
                    : `whether ${place} can be reached from the namespace ${namespace.name} cannot be told`, 'see that the cluster enforces NetworkPolicies'),
            ]),
    ];
}
function consentRefusals({ inProduction }) {
    if (inProduction === undefined)
        return [];
    const { phrase, typed, approved, abort, ends } = inProduction;
    const refusal = (problem, remedy) => ({ rule: 'consent', problem, remedy });
    return [
        ...(phrase !== '' && typed === phrase
            ? []
            : [refusal('nobody has typed that production is meant', `write "${phrase}" as \`confirm\``)]),
        ...(approved === 'yes'
            ? []
            : [refusal('nobody has approved it', 'run it in a protected environment with required reviewers')]),
        ...(abort === 'yes'
            ? []
            : [refusal('nothing ends it when production suffers', 'add `drills.abort`: a probe or an alert')]),
        ...(ends !== undefined && Number.isFinite(ends) && ends > 0
            ? []
            : [refusal('nothing ends it by itself', 'add `drills.ends`, such as 10m')]),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/rights.js

const deeds = [
    { what: 'delete pods', verb: 'delete', group: '', resource: 'pods' },
    { what: 'create pods', verb: 'create', group: '', resource: 'pods' },
    { what: 'run commands in pods', verb: 'create', group: '', resource: 'pods', subresource: 'exec' },
    { what: 'evict pods', verb: 'create', group: '', resource: 'pods', subresource: 'eviction' },
    { what: 'patch Deployments', verb: 'patch', group: 'apps', resource: 'deployments' },
    { what: 'patch StatefulSets', verb: 'patch', group: 'apps', resource: 'statefulsets' },
    {
        what: 'delete PersistentVolumeClaims',
        verb: 'delete',
        group: '',
        resource: 'persistentvolumeclaims',
    },
    { what: 'read Secrets', verb: 'get', group: '', resource: 'secrets' },
    { what: 'delete namespaces', verb: 'delete', group: '', resource: 'namespaces', wide: true },
    { what: 'act as other users', verb: 'impersonate', group: '', resource: 'users', wide: true },
];
async function uidOf(cluster) {
    const found = await cluster
        .get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', 'kube-system'))
        .catch(() => undefined);
    return found?.metadata?.uid;
}
async function askRights(production, uids, namespaces) {
    const uid = await uidOf(production);
    if (uid === undefined || !uids.includes(uid))
        return [{ what: 'do anything (for who was asked is not known to be production)', allowed: 'unknown' }];
    const questions = deeds.flatMap(deed => (deed.wide === true ? [''] : ['', ...new Set(namespaces)]).map(namespace => ({ deed, namespace })));
    return Promise.all(questions.map(async ({ deed, namespace }) => ({
        what: `${deed.what}${deed.wide === true ? '' : namespace === '' ? ' everywhere' : ` in ${namespace}`}`,
        allowed: await ask(production, deed, namespace),
    })));
}
async function ask(production, { verb, group, resource, subresource }, namespace) {
    const attributes = {
        verb,
        group,
        resource,
        namespace,
        ...(subresource === undefined ? {} : { subresource }),
    };
    try {
        const { status } = await production.create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
        });
        if (status?.allowed === true)
            return 'yes';
        return status?.allowed === false && !status.evaluationError ? 'no' : 'unknown';
    }
    catch {
        return 'unknown';
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/guarded.js







async function guarded(drill, go) {
    const early = await gatherEarly(drill);
    refuse(earlyRefusals(early));
    const scratch = await (0,scratch_namespace/* openScratch */.jd)(drill.cluster, drill.scratch);
    try {
        const late = await gatherLate(drill);
        refuse(refusals({ ...early, ...late }));
        return await go(scratch);
    }
    finally {
        await (0,scratch_namespace/* removeScratch */.ZU)(drill.cluster, scratch);
    }
}
async function guardedStanding(drill, go) {
    const { cluster, namespace } = drill;
    const nothing = { repositories: [], manifests: [] };
    const early = await gatherEarly({ ...drill, ...nothing, where: 'standing' });
    const facts = await (0,scratch_namespace/* namespaceFacts */.tl)(cluster, namespace);
    const own = { ...facts, run: namespace, expires: Number.POSITIVE_INFINITY };
    refuse(refusals({ ...early, namespace: own, run: namespace, now: cluster.now(), isolation: unprobed }));
    return go();
}
async function gatherFacts(drill) {
    const early = await gatherEarly(drill);
    return { ...early, ...(await gatherLate(drill)) };
}
async function gatherEarly(drill) {
    const { cluster, productionCluster, allowed, production, where, inProduction } = drill;
    const [uid, rights, repositories, rollouts, alerts] = await Promise.all([
        uidOf(cluster),
        productionCluster === undefined
            ? []
            : askRights(productionCluster, production, drill.productionNamespaces),
        Promise.all(drill.repositories.map(async (store) => ({ name: store.name, deletes: await store.mayDelete() }))),
        Promise.all(drill.rollouts.map(({ name, read }) => rolloutObstacles(name, read))),
        alertObstacles(drill.alerts),
    ]);
    return {
        ...{ cluster: uid, allowed, production, where, rights, repositories, inProduction },
        acting: acting(drill.manifests, drill.inert === undefined ? {} : { inert: drill.inert }),
        obstacles: [...hoursObstacle(drill.hours, cluster.now()), ...rollouts.flat(), ...alerts],
    };
}
const unprobed = { closed: 'unknown', control: 'unknown', reaches: [] };
async function gatherLate(drill) {
    const { cluster, scratch, where } = drill;
    return {
        namespace: await (0,scratch_namespace/* namespaceFacts */.tl)(cluster, scratch.name),
        run: scratch.run,
        now: cluster.now(),
        isolation: where === 'standing' ? unprobed : await isolationOf(drill),
    };
}
async function isolationOf({ cluster, scratch, probe }) {
    const [nodes, server] = await Promise.all([
        nodesFor(cluster).catch(() => []),
        baitOf(cluster, scratch.ways),
    ]);
    const baits = server === undefined ? [] : [server];
    return proveIsolation(cluster, scratch, { ...probe, baits: [...probe.baits, ...baits] }, { nodes });
}
function refuse(found) {
    if (found.length === 0)
        return;
    throw new DrillRefused(found);
}
class DrillRefused extends errors/* UserError */.yo {
    refusals;
    constructor(found) {
        const sentences = found.map(({ problem, remedy }) => `${problem}; ${remedy}`);
        super(`the drill is refused: ${sentences.join('. ')}`, '');
        this.name = 'DrillRefused';
        this.refusals = found;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js + 1 modules
var sets = __webpack_require__(8492);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(7849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(352);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(7346);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-kinds.js




















async function standingDrill(cluster, order) {
    const { drills, environment, scenario } = order;
    const breaks = scenario.id;
    if (breaks !== 'pod' && breaks !== 'node' && breaks !== 'zone')
        throw new Error(`${breaks} is not broken`);
    const { workload } = await (0,actions_recovery/* podsOf */.EB)(cluster, environment.namespace, declaredIn(order));
    const system = standing(cluster, order, workload, breaks);
    return withGuard(order, cluster, guard => guardedStanding({ ...guard, namespace: environment.namespace }, () => drillStanding({ ...drill_kinds_facts(order), seed: order.seed, deadline: drills.deadline, returns: drills.returns }, system)));
}
async function scratchDrill(cluster, order) {
    const { drills, environment, report, signal } = order;
    const { scratch } = drills;
    if (scratch === undefined)
        throw new errors/* UserError */.yo('`drills` does not say where it is restored', 'add `scratch` to it');
    const declared = declaredIn(order);
    const { workload } = await (0,actions_recovery/* podsOf */.EB)(cluster, environment.namespace, declared);
    const exported = await exportNamespace(cluster, environment.namespace);
    const around = {
        ...{ from: environment.namespace, to: scratch.namespace, database: declared.workload },
        service: drills.markers?.service ?? declared.workload.name,
    };
    const { objects, changes } = applicationOf(exported.objects, around);
    for (const change of changes)
        report(change);
    const image = (0,kinds/* templateOf */.kW)(workload)?.spec?.containers[0]?.image ?? '';
    return withGuard(order, cluster, guard => guarded({
        ...guard,
        where: 'scratch',
        scratch: { name: scratch.namespace, run: order.run.id, ttl: scratch.ttl, ways: scratch.ways },
        repositories: [],
        manifests: objects,
        probe: {
            image,
            places: scratch['must-not-reach'].map(probe_placeOf),
            controls: scratch.controls.map(probe_placeOf),
            baits: [],
        },
    }, async () => {
        const writing = await startWriting(cluster, order, workload);
        const now = steadyClock();
        try {
            const target = await scratchTarget(order, workload, objects, writing);
            const { system, close } = scratchSystem(cluster, target, {
                ...{ signal, now, report, patience: order.profile.probes.patience },
                sleep: milliseconds => (0,promises_.setTimeout)(milliseconds),
            });
            try {
                return await drillScratch({ ...drill_kinds_facts(order), deadline: drills.deadline }, system);
            }
            finally {
                close();
            }
        }
        finally {
            for (const left of (await writing?.clear()) ?? [])
                report(left);
        }
    }));
}
const drill_kinds_facts = ({ owner, run, profile, signal, target, scenario, drills }) => ({
    ...owner,
    ...{ run, profile, signal, scenario, tools: {}, target: { rto: target.rto, rpo: target.rpo } },
    assumedDetection: drills['assumed-detection'] ?? 0,
});
const declaredIn = ({ recovery, drills }) => (0,actions_recovery/* databaseOf */.zJ)(recovery, (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', recovery));
function standing(cluster, order, workload, breaks) {
    const { drills, environment, run, origin, profile, env, folder, config, report } = order;
    const { application, markers, inject, failover, switchover, deadline, returns } = drills;
    if (application === undefined || markers === undefined)
        throw new errors/* UserError */.yo(`\`drills\` does not say ${application === undefined ? 'what is looked at from outside' : 'how markers are written'}`, `add \`${application === undefined ? 'application' : 'markers'}\` to it`);
    const declared = declaredIn(order);
    const { url, ...rest } = application;
    return (0,standing_system/* standingSystem */.r)(cluster, {
        ...{ namespace: environment.namespace, breaks, hooks: inject, role: markers.role },
        container: declared.container,
        selector: (0,pods/* selectorOf */.Bk)(workload),
        local: { database: declared.database },
        service: { database: declared.database, host: markers.service },
        client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
        application: { ...rest, base: new URL(url) },
        ...(failover === undefined ? {} : { failover }),
        ...(switchover === undefined ? {} : { switchover }),
    }, {
        ...{ runId: run.id, holder: `${origin.actor} in ${origin.run}`, profile, env, report },
        lives: Math.ceil((profile.steady * 4 + deadline + returns) / 1000) + 600,
        folder: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(config)),
        now: steadyClock(),
        append: line => (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(folder, 'markers.jsonl'), line),
    });
}
async function startWriting(cluster, order, workload) {
    const { drills, profile, signal, run, report } = order;
    if (drills.markers === undefined || drills.application === undefined)
        return undefined;
    const system = standing(cluster, order, workload, 'pod');
    await system.prepare(signal);
    const writer = startWriter({
        ...{ runId: run.id, every: profile.markers.every, patience: profile.markers.patience },
        ...{ send: system.markers.send, append: system.append, now: system.now },
    });
    report('markers are written');
    await (0,promises_.setTimeout)(profile.steady, undefined, { signal });
    return { stop: writer.stop, clear: system.clear };
}
async function scratchTarget(order, workload, objects, writing) {
    const { recovery, drills, environment, owner, env, config, run, signal, target } = order;
    const { scratch, application, markers } = drills;
    if (scratch === undefined)
        throw new Error('a drill without its namespace');
    const declared = declaredIn(order);
    const name = (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', recovery);
    const repository = declared.to[0] ?? '';
    const [store] = await (0,actions_recovery/* openStores */.j)(recovery, config, env);
    const set = store && (await (0,sets.readSet)(store.store, owner));
    const counted = set?.manifest.databases.find(each => each.name === name);
    const label = counted?.backups.find(each => each.repository === repository)?.label;
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new Error('a workload without a template');
    return {
        copy: {
            ...{ app: owner.app, template, signal, run: run.id, patience: 300_000 },
            ...{ name: `${name}-copy`, namespace: scratch.namespace, from: environment.namespace },
            ...{ container: declared.container, configuration: declared.configuration },
            volume: (0,actions_recovery/* volumeOf */.Iw)(scratch.volume ?? ''),
            sleep: milliseconds => (0,promises_.setTimeout)(milliseconds),
        },
        ...{ stanza: declared.stanza, database: declared.database, set: label },
        repository: { name: repository, number: recovery.repositories[repository]?.pgbackrest ?? 0 },
        size: (0,wal.parseSegmentSize)(counted?.segment ?? 0) ?? wal.usualSize,
        limits: {
            backup: 1.5 * declared.incremental,
            wal: Math.max(target.rpo, (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag']),
        },
        expected: set && { manifest: set.manifest, name },
        idle: writing === undefined,
        service: markers?.service ?? declared.workload.name,
        markers: writing && { runId: run.id, stop: writing.stop },
        application: application && {
            objects,
            start: scratch.start.map(({ kind, name: of }) => `${kind}/${of}`),
            secrets: scratch.configuration,
            service: scratch.service,
            port: scratch.port,
            functional: functionalOf(application),
        },
    };
}
const functionalOf = ({ url: _, host: __, ...rest }) => rest;
async function withGuard({ drills }, cluster, use) {
    const { 'production-context': context, clusters: allowed, production } = drills;
    const rest = { cluster, productionNamespaces: [], allowed, production, rollouts: [] };
    if (context === undefined)
        return use({ ...rest, productionCluster: undefined });
    const productionCluster = await (0,port/* connect */.N)({ context });
    try {
        return await use({ ...rest, productionCluster });
    }
    finally {
        await productionCluster.close();
    }
}


/***/ }),

/***/ 571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r3: () => (/* binding */ applyObjects),
  q9: () => (/* binding */ claimReplicas),
  f5: () => (/* binding */ dryRunApply),
  wM: () => (/* binding */ fieldManager),
  QJ: () => (/* binding */ ownershipPatch),
  px: () => (/* binding */ takeOwnership),
  Te: () => (/* binding */ wasAppliedClientSide)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(3402);
// EXTERNAL MODULE: ./.build/js/src/cluster/patience.js
var patience = __webpack_require__(7017);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(5679);
;// CONCATENATED MODULE: ./.build/js/src/cluster/kubectl.js





async function applyWithKubectl(object, { fieldManager, reach, refused, wait = patience/* patience */._L }) {
    const limits = ['--request-timeout=30s'];
    const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
    const args = ['apply', ...how, ...limits, '-f', '-', ...(0,cluster_reach/* reachFlags */.x)(reach)];
    const end = performance.now() + wait;
    let away = Number.NEGATIVE_INFINITY;
    for (;;) {
        const { code, stderr } = await feed('kubectl', args, JSON.stringify(object));
        if (code === 0)
            return;
        const unanswered = isUnanswered(stderr);
        if (unanswered)
            away = performance.now();
        const returning = performance.now() - away < patience/* warmUp */.lM && /\((Forbidden|Unauthorized)\)/.test(stderr);
        if (!unanswered && !returning)
            throw refused(tidy(stderr));
        if (performance.now() >= end) {
            throw new errors/* UserError */.yo(`the API server does not answer (${tidy(stderr).slice(0, 200)})`, 'see that it can be reached from here, then run the step again');
        }
        await new Promise(resolve => setTimeout(resolve, 500));
    }
}
const unanswered = [
    /connection (refused|reset|timed out)|connection to the server .* was refused|client connection lost/,
    /no such host|no route to host|network is unreachable|i\/o timeout|TLS handshake timeout/,
    /deadline exceeded|Client\.Timeout|\bEOF\b|Unable to connect to the server/,
    /\((ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests)\)/,
    /currently unable to handle the request|unable to return a response in the time allotted/,
];
function isUnanswered(stderr) {
    return !stderr.includes('failed calling webhook') && unanswered.some(sentence => sentence.test(stderr));
}
function feed(command, args, input) {
    return new Promise((resolve, reject) => {
        const [program, all] = (0,toolkit_child/* boundToUs */._)(command, args);
        const child = (0,external_node_child_process_.spawn)(program, all, { stdio: ['pipe', 'ignore', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', chunk => {
            stderr += chunk;
        });
        child.once('error', reject);
        child.once('close', code => resolve({ code, stderr }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
function tidy(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
    return lines.join('; ').slice(0, 500) || 'kubectl gave no reason';
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/apply.js



const fieldManager = 'slipway';
async function applyObjects(cluster, destinations, hold = object => object, made = async () => { }) {
    for (const destination of destinations)
        await applyOne(cluster, destination, hold, made);
}
async function applyOne(cluster, { path, object, live }, hold, made) {
    let there = live;
    for (let attempt = 1;; attempt += 1) {
        const held = hold(object, there);
        try {
            if (there === undefined) {
                const created = await cluster.create(path.slice(0, path.lastIndexOf('/')), held);
                await made(path, created);
                if (object.immutable === true)
                    return;
                const still = await ownAsApplied(cluster, path, created, live => hold(object, live));
                if (!still)
                    await made(path, created);
                return;
            }
            if (wasAppliedClientSide(there))
                return await applyWithKubectl(held, {
                    fieldManager,
                    reach: cluster.reach,
                    refused: said => refused(valueless(said, object)),
                });
            await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
            return;
        }
        catch (error) {
            if (isStale(error) && attempt < 10) {
                const created = there === undefined;
                there = await cluster.get(path);
                if (created && there !== undefined)
                    await made(path, there);
                continue;
            }
            const said = objection(error, object);
            if (said === undefined)
                throw error;
            throw refused(`${object.kind}/${object.metadata?.name}: ${said}`);
        }
    }
}
async function ownAsApplied(cluster, path, created, stillOurs) {
    let there = created;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
        const patch = ownershipPatch(there?.metadata);
        if (patch === undefined)
            return true;
        try {
            await cluster.patch(path, 'json', patch);
            return true;
        }
        catch (error) {
            if (!(error instanceof cluster_errors/* ClusterError */.b$ && (error.isConflict || error.status === 404)))
                throw error;
            there = await cluster.get(path);
            if (there === undefined || there.metadata?.uid !== created.metadata?.uid)
                return false;
            stillOurs(there);
        }
    }
    return true;
}
function isStale(error) {
    if (error instanceof cluster_errors/* ClusterError */.b$)
        return error.status === 409;
    return error instanceof errors/* UserError */.yo && /the object has been modified|Precondition failed/.test(error.message);
}
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
const refused = (said) => new errors/* UserError */.yo(`the cluster refused the manifests: ${said}`, 'correct what it names and run again');
async function dryRunApply(cluster, path, object) {
    try {
        const query = { dryRun: 'All', force: 'true', fieldManager };
        return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
    }
    catch (error) {
        const said = objection(error, object);
        if (said === undefined)
            throw error;
        return { objection: said };
    }
}
function objection(error, object) {
    if (!(error instanceof cluster_errors/* ClusterError */.b$) || error.status === 429)
        return undefined;
    const unreadable = error.status === 500 && error.reason === '';
    if (error.status >= 500 && !unreadable)
        return undefined;
    const said = error.message.replace(/^.*?: /, '');
    return valueless(said, object);
}
function valueless(said, { kind }) {
    if (kind !== 'Secret')
        return said;
    return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}
async function takeOwnership(cluster, path, guard = []) {
    for (let attempt = 1;; attempt += 1) {
        const patch = ownershipPatch((await cluster.get(path))?.metadata);
        if (patch === undefined)
            return;
        try {
            await cluster.patch(path, 'json', [...guard, ...patch]);
            return;
        }
        catch (error) {
            if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.isConflict) || attempt === 5)
                throw error;
        }
    }
}
function ownershipPatch(metadata) {
    const entries = metadata?.managedFields ?? [];
    const ours = entries.filter(entry => entry.manager === fieldManager && !entry.subresource);
    const updates = ours.filter(entry => entry.operation === 'Update');
    const [first] = updates;
    if (first === undefined || metadata?.resourceVersion === undefined)
        return undefined;
    const fields = ours.reduce((all, entry) => union(all, entry.fieldsV1 ?? {}), {});
    const merged = { ...first, operation: 'Apply', fieldsV1: fields };
    return [
        { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
        {
            op: 'replace',
            path: '/metadata/managedFields',
            value: [...entries.filter(e => !ours.includes(e)), merged],
        },
    ];
}
async function claimReplicas(cluster, path, live, held = {}) {
    if (live?.spec?.replicas === undefined)
        return;
    const claim = {
        apiVersion: live.apiVersion ?? 'apps/v1',
        kind: live.kind ?? 'Deployment',
        metadata: { name: live.metadata?.name, ...held },
        spec: { replicas: live.spec.replicas },
    };
    await cluster.patch(path, 'apply', claim, { fieldManager: 'slipway-replicas', force: 'true' });
}
function union(a, b) {
    const all = { ...a };
    for (const [key, value] of Object.entries(b)) {
        const other = all[key];
        all[key] = isObject(other) && isObject(value) ? union(other, value) : value;
    }
    return all;
}
const isObject = (value) => typeof value === 'object' && value !== null;


/***/ }),

/***/ 9060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyConfiguration: () => (/* binding */ copyConfiguration),
/* harmony export */   copyLabels: () => (/* binding */ copyLabels),
/* harmony export */   raiseCopy: () => (/* binding */ raiseCopy)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4094);





const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
async function raiseCopy(cluster, request) {
    const { namespace, name, run } = request;
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.copyPod)({ ...request, labels: copyLabels(request) });
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace);
    await make(cluster, path, { ...pod, metadata: { ...pod.metadata, annotations: { [runNote]: run } } }, request);
    await untilRunning(cluster, `${path}/${name}`, request);
    const exec = (command, options = {}) => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .execIn */ .Xm)({ namespace, pod: name, container: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.copyContainer }, command, { reach: cluster.reach, ...options });
    const must = async (command) => {
        const { code, stderr } = await exec(command);
        if (code !== 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'look at the log of that pod');
    };
    return {
        exec,
        start: () => must(_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.startCopy),
        restart: async () => {
            for (const command of _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_4__.restartCopy)
                await must(command);
        },
        ended: () => endOf(cluster, `${path}/${name}`),
    };
}
async function copyConfiguration(cluster, { kind, name }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap;
    const source = await cluster.get(`${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, from)}/${name}`);
    if (source === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`there is no ${kind}/${name} in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { apiVersion, data, binaryData, type } = source;
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace), {
        ...{ apiVersion, kind, metadata: { name, namespace, labels: copyLabels(request) } },
        ...(data === undefined ? {} : { data }),
        ...(binaryData === undefined ? {} : { binaryData }),
        ...(type === undefined ? {} : { type }),
    }, request);
}
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const ours = copyLabels(request);
        const isOurs = Object.entries(ours).every(([key, value]) => there?.metadata?.labels?.[key] === value);
        if (isOurs && object.kind !== 'Pod')
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${object.kind}/${name} is in ${request.namespace} already${isOurs ? ', of another restore' : ''}`, 'restore into another namespace, or remove it when nobody needs it');
    }
}
async function untilRunning(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    for (;;) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        const pod = await cluster.get(path);
        const state = pod?.status?.containerStatuses?.[0]?.state;
        if (state?.running !== undefined)
            return;
        const ended = state?.terminated;
        if (pod === undefined || ended !== undefined || performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the pod ${name} does not run: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'nobody says why'}`, 'see its events with kubectl describe: an image, a volume or room may be missing');
        await sleep(500);
    }
}
async function endOf(cluster, path) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return 'its pod is gone';
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
    const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it ended'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 2650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   momentOf: () => (/* binding */ momentOf),
/* harmony export */   profileOf: () => (/* binding */ profileOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function profileOf(name, rpo) {
    switch (name) {
        case 'production':
            return {
                name,
                markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
                probes: { every: 1000, patience: 5000 },
                ...{ steady: 300_000, good: 30, spread: 60_000 },
            };
        case 'lab':
            return {
                name,
                markers: { every: 100, patience: 2000 },
                probes: { every: 250, patience: 2000 },
                ...{ steady: 10_000, good: 30, spread: 2000 },
            };
    }
}
function momentOf(seed, spread) {
    const drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
    return Math.floor(drawn * spread);
}


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startStamper: () => (/* binding */ startStamper)
/* harmony export */ });
function startStamper(now) {
    const stamps = [];
    return {
        during: async (phase, work) => {
            const from = now();
            try {
                return await work();
            }
            finally {
                const last = stamps.at(-1);
                if (last?.phase === phase)
                    stamps[stamps.length - 1] = { ...last, to: now() };
                else
                    stamps.push({ phase, from, to: now() });
            }
        },
        stamps: () => stamps,
    };
}


/***/ }),

/***/ 5896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ gravest)
/* harmony export */ });
function gravest(answers) {
    if (answers.includes('yes'))
        return 'yes';
    return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ acknowledged),
/* harmony export */   N: () => (/* binding */ makeMarker),
/* harmony export */   nm: () => (/* binding */ markerHash),
/* harmony export */   oc: () => (/* binding */ ledgerLine)
/* harmony export */ });
/* unused harmony exports serialiseLedger, parseLedger, quietMoment */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7462);



function makeMarker(seq, runId, sentAt, payload) {
    return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}
function markerHash({ seq, runId, sentAt, payload }) {
    return (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(JSON.stringify([seq, runId, sentAt, payload]));
}
function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }) {
    return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}
function serialiseLedger(entries) {
    return entries.map(ledgerLine).join('');
}
function parseLedger(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const whole = last === '' ? undefined : entryOf(last);
    const entries = new Map();
    for (const [index, line] of lines.entries()) {
        const entry = entryOf(line);
        if (entry === undefined)
            throw malformed(index + 1, 'is no entry');
        add(entries, entry, index + 1);
    }
    if (whole !== undefined)
        add(entries, whole, lines.length + 1);
    return {
        entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
        cut: last !== '' && whole === undefined,
    };
}
function acknowledged(entries) {
    return entries.filter((entry) => entry.ackedAt !== undefined);
}
function quietMoment(entries, near) {
    const inOrder = entries.toSorted((a, b) => a.sentAt - b.sentAt);
    const moments = [];
    let answered = inOrder[0]?.ackedAt;
    for (const { sentAt, ackedAt } of inOrder.slice(1)) {
        if (answered === undefined)
            break;
        if (sentAt - answered >= 2)
            moments.push(Math.floor((answered + sentAt) / 2));
        answered = ackedAt === undefined ? undefined : Math.max(answered, ackedAt);
    }
    return moments.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}
function add(entries, entry, line) {
    const before = entries.get(entry.seq);
    if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
        throw malformed(line, `tells of another marker ${entry.seq} than a line before it`);
    if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
        throw malformed(line, `takes back that marker ${entry.seq} was acknowledged`);
    entries.set(entry.seq, entry);
}
function entryOf(line) {
    const value = parsed(line);
    if (!isMap(value))
        return undefined;
    const { seq, sentAt, ackedAt, error, sha256 } = value;
    const hash = typeof sha256 === 'string' ? parseSha256(sha256) : undefined;
    if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined)
        return undefined;
    if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt))
        return undefined;
    if (error !== undefined && typeof error !== 'string')
        return undefined;
    return {
        seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
    };
}
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
const isMoment = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const malformed = (line, problem) => new UserError(`line ${line} of the marker ledger ${problem}`, 'nothing can be measured with it; take the ledger as the writer left it');


/***/ }),

/***/ 3638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ pointText),
/* harmony export */   o0: () => (/* binding */ lostTime),
/* harmony export */   uk: () => (/* binding */ measureLoss)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7840);



function measureLoss({ ledger, recovered, failedAt, target = Number.POSITIVE_INFINITY, skew = 0, takenOverAt = Number.POSITIVE_INFINITY, every, }) {
    if (!(every > 0))
        throw new RangeError(`markers every ${every} ms`);
    const there = new Set(recovered.map(({ seq }) => seq));
    const holes = (among) => {
        const last = among.findLast(({ seq }) => there.has(seq))?.seq ?? 0;
        return among.filter(({ seq }) => seq < last && !there.has(seq));
    };
    const demanded = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger).filter(({ ackedAt }) => ackedAt <= target - skew);
    const firstLost = demanded.findIndex(({ seq }) => !there.has(seq));
    const lost = demanded.filter(({ seq }) => !there.has(seq));
    const end = highest([Math.min(failedAt, target), ...lost.map(({ ackedAt }) => ackedAt)]);
    const point = pointOf(demanded, firstLost, end, every);
    const gaps = holes(demanded.filter(({ sentAt }) => sentAt < takenOverAt));
    const after = lost.filter(({ sentAt }) => sentAt >= takenOverAt);
    const findings = [
        unmeasured(demanded),
        lostOnes(numbers(lost), point),
        gapsAmong(numbers(gaps)),
        lostAfter(numbers(after)),
        corrupt(ledger, recovered),
        beyondTarget(recovered, target + skew),
        unknown(ledger, recovered),
        inDoubt(ledger, recovered.filter(({ sentAt }) => sentAt <= target + skew)),
    ].filter(each => each !== undefined);
    return { point, demanded: demanded.length, lost: numbers(lost), findings };
}
function lostTime({ point }) {
    switch (point.kind) {
        case 'lost':
            return point.milliseconds;
        case 'all':
            return Number.POSITIVE_INFINITY;
        case 'none':
        case 'unmeasured':
            return 0;
    }
}
function pointText(point) {
    switch (point.kind) {
        case 'unmeasured':
            return 'not measured';
        case 'none':
            return `at most ${span(point.atMost)}`;
        case 'lost':
            return span(point.milliseconds);
        case 'all':
            return `at least ${span(point.atLeast)}`;
    }
}
function pointOf(demanded, firstLost, end, every) {
    const [first] = demanded;
    if (first === undefined)
        return { kind: 'unmeasured' };
    if (firstLost === -1)
        return { kind: 'none', atMost: every };
    const last = demanded[firstLost - 1];
    if (last === undefined)
        return { kind: 'all', atLeast: Math.max(0, end - first.ackedAt) };
    return { kind: 'lost', milliseconds: Math.max(0, end - last.ackedAt) };
}
function unmeasured(demanded) {
    if (demanded.length > 0)
        return undefined;
    const sentence = 'no marker was acknowledged before the failure, so nothing shows what was lost';
    return { kind: 'unmeasured', seqs: [], wrong: true, sentence };
}
function lostOnes(seqs, point) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'acknowledged marker')} lost, ${pointText(point)} of writes: ${ranges(seqs)}`;
    return { kind: 'lost', seqs, wrong: false, sentence };
}
function gapsAmong(seqs) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing although later ones are there: ${ranges(seqs)}`;
    return { kind: 'gap', seqs, wrong: true, sentence };
}
function lostAfter(seqs) {
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} missing that whoever took over had acknowledged: ${ranges(seqs)}`;
    return { kind: 'gap', seqs, wrong: true, sentence };
}
function corrupt(ledger, recovered) {
    const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
    const seen = new Set();
    const seqs = recovered.flatMap(marker => {
        const twice = seen.has(marker.seq);
        seen.add(marker.seq);
        const hash = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .markerHash */ .nm)(marker);
        return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash) ? [marker.seq] : [];
    });
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'recovered marker')} not as sent: ${ranges(seqs)}`;
    return { kind: 'corrupt', seqs: ascending(seqs), wrong: true, sentence };
}
function beyondTarget(recovered, target) {
    const seqs = numbers(recovered.filter(({ sentAt }) => sentAt > target));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that came after the target: ${ranges(seqs)}; the recovery did not stop where it was told to`;
    return { kind: 'beyond-target', seqs, wrong: true, sentence };
}
function unknown(ledger, recovered) {
    const sent = new Set(numbers(ledger));
    const last = highest([...sent]);
    const seqs = numbers(recovered).filter(seq => !sent.has(seq) && seq <= last);
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that the ledger does not know: ${ranges(seqs)}; is it the database of this run?`;
    return { kind: 'unknown', seqs, wrong: true, sentence };
}
function inDoubt(ledger, recovered) {
    const acked = new Set(numbers((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger)));
    const noted = new Set(numbers(ledger));
    const last = highest([...noted]);
    const seqs = numbers(recovered).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
    if (seqs.length === 0)
        return undefined;
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, 'marker')} there that nobody acknowledged, as a commit in doubt may be: ${ranges(seqs)}`;
    return { kind: 'in-doubt', seqs, wrong: false, sentence };
}
const numbers = (markers) => ascending(markers.map(({ seq }) => seq));
const ascending = (seqs) => [...new Set(seqs)].sort((a, b) => a - b);
const highest = (values) => values.reduce((most, each) => Math.max(most, each), 0);
function ranges(seqs) {
    const runs = [];
    for (const seq of ascending(seqs)) {
        const run = runs.at(-1);
        if (run !== undefined && run[1] === seq - 1)
            run[1] = seq;
        else
            runs.push([seq, seq]);
    }
    const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
    return [...shown, ...(runs.length > shown.length ? ['…'] : [])].join(', ');
}
const span = (milliseconds) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(milliseconds));


/***/ }),

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ measureOutage),
/* harmony export */   H: () => (/* binding */ outageText)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);


function measureOutage({ samples, injectedAt, every, consecutive = 30 }) {
    if (!(every > 0) || !Number.isInteger(consecutive) || consecutive < 1)
        throw new RangeError(`${consecutive} probes every ${every} ms`);
    const inOrder = samples.toSorted((a, b) => a.at - b.at);
    const steady = inOrder.filter(sample => endOf(sample) <= injectedAt);
    const watched = inOrder.filter(sample => endOf(sample) > injectedAt);
    const early = steady.slice(steady.findLastIndex(({ ok }) => ok) + 1);
    const bad = [...early, ...watched].filter(({ ok }) => !ok);
    const [first] = bad;
    const last = bad.at(-1);
    const from = early[0]?.at ?? injectedAt;
    const runs = goodRuns(watched, every);
    const since = runs.filter(([begin]) => begin.at > (last?.at ?? Number.NEGATIVE_INFINITY));
    const back = since.find(({ length }) => length >= consecutive)?.[0];
    const seen = {
        from,
        ...(first?.reason === undefined ? {} : { reason: first.reason }),
        notes: [
            ...unsteady(steady.slice(0, steady.length - early.length)),
            ...pauses(watched, every),
            ...relapses(runs, last, consecutive),
        ],
    };
    const atLeast = last === undefined ? 0 : Math.max(0, last.at - from);
    if (back === undefined)
        return { kind: 'unresolved', ...seen, atLeast, why: tooFew(since.at(-1)?.length ?? 0, consecutive) };
    if (last === undefined)
        return { kind: 'unnoticed', ...seen, atMost: longestUnseen(watched, injectedAt) };
    return { kind: 'over', ...seen, to: endOf(back), rto: endOf(back) - from, atLeast };
}
function outageText(outage) {
    switch (outage.kind) {
        case 'unnoticed':
            return `at most ${span(outage.atMost)}`;
        case 'over':
            return `${span(outage.rto)} (at least ${span(outage.atLeast)})`;
        case 'unresolved':
            return `at least ${span(outage.atLeast)}`;
    }
}
function goodRuns(samples, every) {
    const runs = [];
    let previous;
    for (const sample of samples) {
        const run = runs.at(-1);
        const goesOn = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
        if (sample.ok && goesOn && run !== undefined)
            run.push(sample);
        else if (sample.ok)
            runs.push([sample]);
        previous = sample;
    }
    return runs;
}
const endOf = ({ at, tookMs }) => at + tookMs;
const pauseBetween = (one, next) => next.at - endOf(one);
const longestPause = (every) => Math.max(3 * every, 1000);
function longestUnseen(watched, injectedAt) {
    const begins = [injectedAt, ...watched.map(({ at }) => Math.max(at, injectedAt))];
    return watched.reduce((most, each, index) => Math.max(most, endOf(each) - (begins[index] ?? injectedAt)), 0);
}
function unsteady(steady) {
    const bad = steady.filter(({ ok }) => !ok);
    if (bad.length === 0)
        return [];
    const reason = bad[0]?.reason;
    return [
        `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(bad.length, 'probe')} failed before the injection and the service came back: it was not steady${reason === undefined ? '' : ` (${reason})`}`,
    ];
}
function pauses(samples, every) {
    const long = samples
        .slice(1)
        .map((sample, index) => pauseBetween(samples[index] ?? sample, sample))
        .filter(pause => pause > longestPause(every));
    if (long.length === 0)
        return [];
    const all = long.reduce((sum, pause) => sum + pause, 0);
    return [`the prober paused ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(long.length, 'time')}, ${span(all)} in all: nobody looked then`];
}
function relapses(runs, last, consecutive) {
    const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
    if (early.length === 0)
        return [];
    return [
        `it was good for ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(consecutive, 'probe')} and more ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(early.length, 'time')}, and failed again`,
    ];
}
const tooFew = (good, consecutive) => `the probes end with ${good} good in a row, and ${consecutive} show that it is over`;
const span = (milliseconds) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(milliseconds));


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  documentOf: () => (/* binding */ documentOf),
  isSetId: () => (/* binding */ isSetId),
  listSets: () => (/* binding */ listSets),
  readFileOf: () => (/* binding */ readFileOf),
  readSet: () => (/* binding */ readSet),
  setId: () => (/* binding */ setId),
  writeSet: () => (/* binding */ writeSet)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(512);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(7462);
;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest-schema.js




const manifest_schema_text = schemas/* string */.YjP().min(1);
const count = schemas/* int */.Whr().min(0);
const sha256Schema = schemas/* string */.YjP().refine(checksum/* isSha256 */._h, { error: 'is no SHA-256 in 64 hexadecimal digits' });
const tableSchema = schemas/* object */.Ikc({
    schema: manifest_schema_text,
    name: manifest_schema_text,
    rows: count,
    key: schemas/* object */.Ikc({ min: schemas/* string */.YjP(), max: schemas/* string */.YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent of an empty table and one without a key.',
    }),
    hash: schemas/* string */.YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in whatever order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: schemas/* number */.aig().gt(0).max(100).exactOptional().meta({
        description: 'Percent of its blocks that `hash` is of; absent when it is of all.',
    }),
});
const databaseSchema = schemas/* object */.Ikc({
    name: manifest_schema_text,
    server: manifest_schema_text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: schemas/* string */.YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Up to which the rows below are: a standby had replayed it and paused.' }),
    timeline: schemas/* int */.Whr().min(1),
    segment: schemas/* int */.Whr().min(1).exactOptional().meta({ description: 'Bytes of a segment of its WAL.' }),
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, label: manifest_schema_text }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text
        .exactOptional()
        .meta({ description: 'Version of the schema, by the tool that migrates it.' }),
    newestMarker: schemas/* int */.Whr().min(1).exactOptional(),
});
const snapshotsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, snapshot: manifest_schema_text })).meta({
    description: 'The snapshot of restic in each repository from which it is restored.',
});
const volumeSchema = schemas/* object */.Ikc({
    namespace: manifest_schema_text,
    claim: manifest_schema_text,
    covered: schemas/* enum */.k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'By what it is in the backup; `not-needed` is what somebody declared to be rebuilt, as caches are.',
    }),
    files: schemas/* object */.Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'Of one that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in whatever order; `unsettled`: how many did.',
    }),
});
const manifestSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    at: schemas/* int */.Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: schemas/* object */.Ikc({ run: manifest_schema_text, actor: manifest_schema_text }),
    databases: schemas/* array */.YOg(databaseSchema),
    objectStores: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: manifest_schema_text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in whatever order.' }),
    volumes: schemas/* array */.YOg(volumeSchema),
    clusterObjects: schemas/* record */.g1P(manifest_schema_text, count).meta({
        description: 'How many there are of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: schemas/* array */.YOg(schemas/* string */.YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is no image with its digest' })),
    secrets: schemas/* array */.YOg(manifest_schema_text.refine(name => !(0,secrecy/* looksSecret */.n0)(name), { error: 'looks like a secret itself and not like its name' }))
        .meta({ description: 'Their names, never what they hold.' }),
    tools: schemas/* record */.g1P(manifest_schema_text, manifest_schema_text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse(jsonOf(content));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
function jsonOf(content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw notOne('it is no JSON', cause);
    }
}
const notOne = (problem, cause) => new errors/* UserError */.yo(`the manifest of the backup cannot be read (${problem})`, 'take one that slipway wrote', {
    cause,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/sets.js


const documentOf = ({ app, environment }, { id, content }) => ({
    name: `the manifest of ${id}`,
    content,
    type: 'https://slipway.dev/backup-manifest/v1',
    about: { app, environment, set: id },
});
const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';
const setId = (at) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const isSetId = (text) => /^\d{8}T\d{6}Z$/.test(text);
const folderOf = ({ app, environment }, id) => [app, environment, ...(id === undefined ? [] : [id])].join('/');
async function writeSet(store, owner, set, lockedUntil) {
    const put = (name, content) => store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
    for (const [name, content] of Object.entries(set.files ?? {}))
        await put(name, content);
    if (set.bundle !== undefined)
        await put(bundleFile, new TextEncoder().encode(set.bundle));
    await put(manifestFile, set.content);
}
async function listSets(store, owner) {
    const paths = await store.list(folderOf(owner));
    return paths
        .flatMap(({ path }) => {
        const [id = '', name] = path.split('/').slice(-2);
        return name === manifestFile && isSetId(id) ? [id] : [];
    })
        .sort();
}
async function readSet(store, owner, id) {
    const wanted = id ?? (await listSets(store, owner)).at(-1);
    if (wanted === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or take another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'name one that the output `sets` of `backup` has');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: parseManifest(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const readFileOf = (store, owner, id, name) => store.get(`${folderOf(owner, id)}/${name}`);


/***/ })

};
