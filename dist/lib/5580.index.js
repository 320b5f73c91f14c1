export const id = 5580;
export const ids = [5580,8971,8743,2650];
export const modules = {

/***/ 5580:
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
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/patience.js


async function within(patience, work) {
    const fault = `no answer within ${patience} ms`;
    const giving = new AbortController();
    const late = new Promise(resolve => {
        giving.signal.addEventListener('abort', () => resolve({ fault }));
    });
    const timer = setTimeout(() => giving.abort(), patience);
    try {
        const working = work(giving.signal).then(answer => ({ answer }));
        working.catch(() => undefined);
        return await Promise.race([working, late]);
    }
    catch (error) {
        if (giving.signal.aborted)
            return { fault };
        return { fault: (error instanceof Error ? error.message : String(error)) || 'it failed' };
    }
    finally {
        clearTimeout(timer);
    }
}
async function pause(ms, signal) {
    try {
        await (0,promises_.setTimeout)(ms, undefined, { signal });
    }
    catch {
        throw (0,errors/* cancelled */.KW)();
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/prober.js

function startProber({ every, patience, probe, now, seen }) {
    const known = [];
    const underway = new Set();
    const look = async () => {
        const at = now();
        const looked = await within(patience, probe);
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
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/placement.js

const primary = new Set(['primary', 'master']);
function primariesAmong(pods, role) {
    return pods.flatMap(({ metadata, spec }) => {
        const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
        const node = spec?.nodeName;
        if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined)
            return [];
        return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
    });
}
function onlyPrimary(pods, role) {
    const [found, ...more] = primariesAmong(pods, role);
    if (found === undefined)
        throw new errors/* UserError */.yo(`none of ${pods.length} pods of the database says by its label ${role} that it is the primary`, 'see whether it has one, and whether `selector` and `role` of slipway.yml are right');
    if (more.length > 0)
        throw new errors/* UserError */.yo(`${[found, ...more].map(({ pod }) => pod).join(' and ')} all say by their label ${role} that they are the primary`, 'see which one is, and mend the others first');
    return found;
}
const successorAmong = (pods, role, before) => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);
const zoneOf = ({ metadata }) => metadata?.labels?.['topology.kubernetes.io/zone'];
const placementText = ({ pod, node, zone }) => `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;

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
    const where = successor === undefined ? '' : placementText(successor);
    const good = successor?.pod === victim.pod
        ? `another pod of the name ${where} is the primary again`
        : `${where} took over from ${placementText(victim)}`;
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
        await pause(profile.probes.every, signal);
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/src/verify/http.js
var http = __webpack_require__(311);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/functional.js



function functionalCheck({ base, host, ready, old, write }) {
    let before;
    const ask = async (path, timeoutMs, post) => {
        const request = { base, path, timeoutMs, ...(host && { host }), ...(post && { post }) };
        const answer = await (0,http/* probe */.d)(request);
        if (!answer.ok)
            return { fault: `${path} ${answer.reason}` };
        const { status, body } = answer.response;
        return status >= 200 && status < 300
            ? { body }
            : { fault: `${path} was answered ${status}: ${body.slice(0, 120)}` };
    };
    const check = {
        remember: async (patience) => {
            const { fault, body } = await ask(old, patience);
            before = body;
            return fault;
        },
        ready: async (patience) => (await ask(ready, patience)).fault,
        old: async (patience) => {
            const { fault, body } = await ask(old, patience);
            if (fault !== undefined)
                return fault;
            return body === before ? undefined : `${old} is not what it was`;
        },
        fresh: async (patience) => {
            if (write === undefined)
                return undefined;
            const token = (0,external_node_crypto_.randomUUID)();
            const written = await ask(write.path, patience, write.body.replaceAll('{token}', token));
            if (written.body === undefined)
                return written.fault;
            const id = (0,toolkit_map/* jsonMap */.vM)(written.body)?.[write.id];
            if (typeof id !== 'string' && typeof id !== 'number')
                return `${write.path} did not say ${write.id} of what it kept`;
            const path = write.read.replaceAll('{id}', encodeURIComponent(id));
            const { fault, body } = await ask(path, patience);
            if (fault !== undefined)
                return fault;
            return body?.includes(token) ? undefined : `${path} is not what was written`;
        },
        whole: async (patience) => {
            const all = await Promise.all([check.ready(patience), check.old(patience), check.fresh(patience)]);
            return all.find(each => each !== undefined);
        },
    };
    return check;
}

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
                check = functionalCheck({ ...application.functional, base: forward.base });
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
    system.report(`mending ${placementText(victim)}`);
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
        await pause(Math.max(profile.probes.every, 500), signal);
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
        return rung('passed', `${placementText(from)} is the primary, where it was before`);
    if (system.switchover === undefined)
        return rung('skipped', `${placementText(from)} stays the primary: no \`switchover\` is declared`);
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
        await pause(profile.probes.every, signal);
        now = await placed(system);
    }
    if (now === undefined || !isPlaced(now))
        return rung('failed', `${victim.pod} is not the primary ${(0,duration/* formatDuration */.a)(deadline)} after the switchover`);
    const outage = watched();
    return outage.kind === 'unresolved'
        ? rung('failed', `after the switchover to ${placementText(now)} the service is not good: ${outage.why}`)
        : rung('passed', `${placementText(now)} is the primary again, out of service for ${(0,recovery_outage/* outageText */.H)(outage)}`);
}
async function untilOnePrimary({ profile, deadline, signal }, system) {
    const end = system.now() + Math.min(deadline, 60_000);
    let found = await placed(system);
    while (found === undefined && system.now() < end) {
        await pause(profile.probes.every, signal);
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
    const sent = await within(patience, signal => send(marker, signal));
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
        await pause(Math.min(profile.probes.every, Math.max(0, rest)), signal);
    }
    if (course.skipped !== undefined)
        return undefined;
    const still = await system.primary();
    if (still.uid !== victim.uid)
        course.skipped = `${still.pod} has taken over from ${victim.pod} meanwhile`;
    if (course.skipped !== undefined)
        return undefined;
    course.rungs.push(standbys);
    course.notes.push(`${placementText(victim)} was the primary; broken ${(0,duration/* formatDuration */.a)(spread)} after the steady state, drawn by the seed ${seed}`);
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
        system.report(`breaking ${placementText(victim)}`);
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
            course.left.push(`${placementText(victim)} is still broken: ${standing_told(error, system)}`);
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
            await pause(probes.every, signal);
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

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(555);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(9296);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/member-state.js



const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'timeline', case when pg_is_in_recovery()
    then coalesce((select received_tli from pg_stat_wal_receiver), (select timeline_id from pg_control_checkpoint()))
    else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int end,
  'system', (select system_identifier::text from pg_control_system()),
  'damaged', case when current_setting('data_checksums') = 'on'
    then (select coalesce(sum(checksum_failures), 0) from pg_stat_database) end,
  'followers', case when pg_is_in_recovery() then '[]'::json else (
    select coalesce(json_agg(json_build_object('name', application_name, 'state', state, 'sync', sync_state,
      'behind', coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn), 0)) order by application_name), '[]')
    from pg_stat_replication) end);`;
async function memberStates(pods, connection, patience) {
    const silent = [];
    const asked = [...pods].map(async ([pod, exec]) => {
        const heard = await within(patience, signal => (0,sql/* rowsOf */.RO)(exec, connection, query, signal));
        const state = 'answer' in heard ? stateOf(pod, heard.answer[0]) : undefined;
        if (state === undefined)
            silent.push(`${pod}: ${'fault' in heard ? heard.fault : 'it answers what was not expected'}`);
        return state;
    });
    const members = (await Promise.all(asked)).filter(each => each !== undefined);
    return { members, silent };
}
function stateOf(pod, row) {
    if (!(0,toolkit_map/* isMap */.jh)(row))
        return undefined;
    const { standby, streams, timeline, system, damaged, followers } = row;
    if (typeof standby !== 'boolean' || typeof timeline !== 'number' || typeof system !== 'string')
        return undefined;
    return {
        ...{ pod, timeline, system },
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        damaged: typeof damaged === 'number' ? damaged : undefined,
        followers: (0,toolkit_map/* mapsIn */.nf)(followers).map(({ name, state, sync, behind }) => ({
            name: String(name),
            state: String(state),
            sync: String(sync),
            behind: Number(behind),
        })),
    };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/command.js
var command = __webpack_require__(305);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(2315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var toolkit_program = __webpack_require__(6428);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/hooks.js




function hookEnvironment({ namespace, runId, victim, }) {
    const { pod, node, zone } = victim;
    return {
        SLIPWAY_DRILL_RUN: runId,
        SLIPWAY_DRILL_NAMESPACE: namespace,
        SLIPWAY_DRILL_POD: pod,
        SLIPWAY_DRILL_NODE: node,
        ...(zone === undefined ? {} : { SLIPWAY_DRILL_ZONE: zone }),
    };
}
async function runHook(program, context, signal, more = {}) {
    const [name] = program;
    const code = await (0,toolkit_program/* runProgram */.m)(program, {
        env: { ...(0,command/* environmentForCommands */.HY)(context.env), ...hookEnvironment(context), ...more },
        cwd: context.folder,
        ...(signal && { signal }),
        print: line => context.report(`${(0,printable/* printable */.g)(name)}: ${(0,printable/* printable */.g)(line)}`),
    }).catch(cause => {
        throw new errors/* UserError */.yo(`${(0,printable/* printable */.g)(name)} could not be started`, 'see whether it is there and may be run, from the folder of slipway.yml', { cause });
    });
    if (code !== 0)
        throw new errors/* UserError */.yo(`${(0,printable/* printable */.g)(name)} ended with ${code ?? 'a signal'}`, 'see what it printed; its variables are SLIPWAY_DRILL_POD, SLIPWAY_DRILL_NODE and SLIPWAY_DRILL_ZONE');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/breaking.js




function breakerFor(breaks, cluster, hooks, context) {
    if (breaks === 'pod')
        return {
            inject: ({ pod, uid }) => deletePod(cluster, context.namespace, pod, uid),
            undo: async () => undefined,
        };
    const hook = hooks[breaks];
    if (hook === undefined)
        throw new errors/* UserError */.yo(`nothing in slipway.yml says how a ${breaks} is broken and mended`, `add \`inject.${breaks}\` with \`run\` and \`undo\``);
    const known = (victim) => {
        if (breaks === 'zone' && victim.zone === undefined)
            throw new errors/* UserError */.yo(`in which zone ${victim.node} is cannot be told`, 'let the drill `get` nodes, and label them topology.kubernetes.io/zone');
        return { ...context, victim };
    };
    return {
        inject: async (victim, signal) => runHook(hook.run, known(victim), signal),
        undo: async (victim) => runHook(hook.undo, known(victim)),
    };
}
async function deletePod(cluster, namespace, pod, uid) {
    try {
        await cluster.call('DELETE', (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace, pod), {
            kind: 'DeleteOptions',
            apiVersion: 'v1',
            gracePeriodSeconds: 0,
            preconditions: { uid },
        });
    }
    catch (error) {
        if (!(error instanceof cluster_errors/* ClusterError */.b$ && (error.status === 404 || error.status === 409)))
            throw error;
        throw new errors/* UserError */.yo(`${pod} is not the pod any more that it was`, 'run the drill again');
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/client-pod.js


const clientKind = 'drill-client';
const runAnnotation = 'slipway.dev/drill-run';
const clientContainer = 'client';
function clientPod(client) {
    const { name, namespace, runId, primary, container, victim, user, password, lives } = client;
    const containers = primary.spec?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new errors/* UserError */.yo(`${victim.pod} has no container ${container ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
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
            labels: { [naming/* labels */.WD.kind]: clientKind },
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

// EXTERNAL MODULE: ./.build/js/src/release/state/lease.js
var lease = __webpack_require__(8691);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/drill-lease.js








const leaseName = 'slipway.drill';
const brokenAnnotation = 'slipway.dev/drill-broken';
const durationSeconds = 30;
const renewEvery = 10_000;
async function drill_lease_acquireDrillLease(cluster, request) {
    const { namespace } = request;
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.lease, namespace, leaseName);
    const read = async () => {
        try {
            const { body, serverTime } = await cluster.call('GET', path);
            return { lease: JSON.parse(body), serverTime };
        }
        catch (error) {
            if (error instanceof cluster_errors/* ClusterError */.b$ && error.status === 404)
                return undefined;
            throw error;
        }
    };
    const current = await read();
    const state = current && (0,lease/* leaseState */.oi)(current.lease, current.serverTime);
    if (state?.free === false)
        throw new errors/* UserError */.yo(`another drill has ${namespace}: ${state.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(state.freeInMs / 1000)} s if it is dead)`);
    const token = (state?.token ?? 0) + 1;
    const left = current && brokenIn(current.lease);
    const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
    try {
        if (current === undefined)
            await cluster.create((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.lease, namespace), first);
        else
            await cluster.replace(path, first);
    }
    catch (error) {
        if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.isConflict))
            throw error;
        throw new errors/* UserError */.yo(`another drill begins in ${namespace} at this moment`, 'run it again when that has ended');
    }
    return held(cluster, request, token, left, async () => (await read())?.lease);
}
function held(cluster, request, token, left, read) {
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.lease, request.namespace, leaseName);
    const inTurn = (0,parallel/* singleFile */.TG)();
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
                if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.isConflict) || attempt === 4)
                    throw error;
            }
        }
    });
    const timer = setInterval(() => {
        write(request.holder, () => broken).catch(() => undefined);
    }, renewEvery);
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
const lost = ({ namespace }, lease) => new errors/* UserError */.yo(`this drill lost its lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another one'}`, 'see that one for what became of what was broken');
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[naming/* labels */.WD.token] ?? 0);
function brokenIn({ metadata }) {
    const text = metadata?.annotations?.[brokenAnnotation];
    if (text === undefined)
        return undefined;
    const { breaks, run, victim, at } = (0,toolkit_map/* jsonMap */.vM)(text) ?? {};
    const known = breaks === 'pod' || breaks === 'node' || breaks === 'zone';
    const placement = (0,toolkit_map/* isMap */.jh)(victim) ? placementOf(victim) : undefined;
    if (!known || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
        throw new errors/* UserError */.yo(`the note of what a drill left broken in ${metadata?.namespace} cannot be read`, `see what is broken, mend it, and take the annotation ${brokenAnnotation} off the Lease ${leaseName}`);
    return { breaks, run, victim: placement, at };
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
            labels: { [naming/* labels */.WD.kind]: 'drill' },
            annotations: {
                [naming/* labels */.WD.token]: String(token),
                [runAnnotation]: run,
                ...(broken === undefined ? {} : { [brokenAnnotation]: JSON.stringify(broken) }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: {
            holderIdentity: holder,
            leaseDurationSeconds: durationSeconds,
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

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/marker-session.js



const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
const greeting = [
    'set client_min_messages = warning;',
    "select json_build_object('timeline', ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int, 'synchronousCommit', current_setting('synchronous_commit'));",
];
function markerSession({ converse, connection, now, opened }) {
    let current;
    const leave = () => {
        current?.leave();
        current = undefined;
    };
    const open = async (at) => {
        if (current !== undefined)
            return current;
        const session = converse([...together, ...(0,sql/* psql */.tm)(connection)]);
        current = session;
        for (const line of greeting)
            session.say(line);
        const answer = await session.hear();
        opened({ at, ...serverOf(answer) });
        return session;
    };
    const during = async (signal, work) => {
        signal.addEventListener('abort', leave, { once: true });
        try {
            signal.throwIfAborted();
            await work();
        }
        catch (error) {
            leave();
            throw error;
        }
        finally {
            signal.removeEventListener('abort', leave);
        }
    };
    return {
        open: signal => during(signal, async () => void (await open(now()))),
        send: (marker, signal) => during(signal, async () => {
            const session = await open(marker.sentAt);
            session.say((0,postgres_markers/* insertMarker */.QY)(marker));
            const answer = await session.hear();
            if (!(0,postgres_markers/* isAcknowledged */.V)(marker.seq, answer, ''))
                throw new Error(answer.slice(0, 300));
        }),
        close: leave,
    };
}
function serverOf(answer) {
    const value = parsed(answer);
    const { timeline, synchronousCommit } = (0,toolkit_map/* isMap */.jh)(value) ? value : {};
    if (typeof timeline !== 'number' || typeof synchronousCommit !== 'string')
        throw new Error(answer.slice(0, 300));
    return { timeline, synchronousCommit };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/standing-system.js
















async function mendLeft(cluster, { namespace, hooks }, { runId, holder, folder, env, report, }) {
    const lease = await acquireDrillLease(cluster, { namespace, holder, run: runId });
    try {
        return await mend(cluster, lease, hooks, { namespace, runId, folder, env, report });
    }
    finally {
        await lease.release();
    }
}
async function mend(cluster, lease, hooks, context) {
    const { report, namespace } = context;
    const left = await undoLeft(lease, ({ breaks, run, victim }) => {
        report(`mending what the drill ${run} has left broken: ${placementText(victim)}`);
        return breakerFor(breaks, cluster, hooks, context).undo(victim);
    });
    await removeClients(cluster, namespace);
    return left;
}
const askPatience = 15_000;
const clientPatience = 120_000;
function standingSystem(cluster, target, options) {
    const { namespace, selector, role, service, hooks, failover, switchover } = target;
    const { runId, profile, report, now, append, folder, env } = options;
    const { reach } = cluster;
    const clientName = `slipway-drill-${runId
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(-40)}`;
    const context = { namespace, runId, folder, env, report };
    const servers = [];
    let lease;
    let session;
    const pods = async () => (await cluster.list((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace), { labelSelector: selector })).items;
    const located = async (placement) => {
        const zone = await zoneAt(cluster, placement.node);
        return zone === undefined ? placement : { ...placement, zone };
    };
    const execOf = (pod, container) => (command, { input, signal } = {}) => (0,exec/* execIn */.Xm)({ namespace, pod, container }, command, { reach, env, input, signal });
    const client = execOf(clientName, clientContainer);
    const breaker = breakerFor(target.breaks, cluster, hooks, context);
    const check = functionalCheck(target.application);
    const { patience } = profile.probes;
    const system = {
        ...{ now, append, report },
        prepare: async (signal) => {
            lease = await drill_lease_acquireDrillLease(cluster, { namespace, holder: options.holder, run: runId });
            await mend(cluster, lease, hooks, context);
            const victim = await system.primary();
            const primary = (await pods()).find(({ metadata }) => metadata?.uid === victim.uid);
            if (primary === undefined)
                throw new errors/* UserError */.yo(`${victim.pod} is gone`, 'run the drill again');
            const { container } = target;
            const wanted = { name: clientName, namespace, runId, primary, container, victim, lives: options.lives };
            await cluster.create((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace), clientPod({ ...wanted, ...target.client }));
            await untilRunning(cluster, namespace, clientName, signal);
            await (0,sql/* rowsOf */.RO)(client, service, postgres_markers/* createMarkers */.Km, AbortSignal.any([signal, AbortSignal.timeout(askPatience)]));
            session = markerSession({
                converse: command => (0,exec/* converseIn */.bE)({ namespace, pod: clientName, container: clientContainer }, command, { reach, env }),
                connection: service,
                now,
                opened: server => servers.push(server),
            });
            const opened = await within(askPatience, session.open);
            if ('fault' in opened)
                throw new errors/* UserError */.yo(`no marker can be written: ${opened.fault}`, 'see whether the Service leads to the primary, and whether the role may log in');
            const fault = await check.remember(patience);
            if (fault !== undefined)
                report(`the application is not good: ${fault}`);
        },
        primary: async () => located(onlyPrimary(await pods(), role)),
        successor: async (of) => successorAmong(await pods(), role, of),
        members: async () => {
            const all = (await pods()).flatMap(({ metadata }) => metadata?.name ?? []);
            return memberStates(new Map(all.map(pod => [pod, execOf(pod, target.container)])), target.local, 5000);
        },
        probe: () => check.whole(patience),
        application: { old: () => check.old(patience), fresh: () => check.fresh(patience) },
        markers: {
            send: async (marker, signal) => {
                if (session === undefined)
                    throw new Error('there is no session');
                await session.send(marker, signal);
            },
            servers: () => servers,
            read: async (signal) => {
                const patient = AbortSignal.any([signal, AbortSignal.timeout(askPatience)]);
                return (0,postgres_markers/* markersOf */.Bs)(await (0,sql/* rowsOf */.RO)(client, service, (0,postgres_markers/* readMarkers */.mC)(runId, 0), patient));
            },
        },
        note: async (victim) => {
            if (lease === undefined)
                throw new Error('there is no lease');
            await lease.note(victim && { breaks: target.breaks, run: runId, victim, at: now() });
        },
        ...breaker,
        failover: failover && {
            after: failover.after,
            run: (victim, signal) => runHook(failover.run, { ...context, victim }, signal),
        },
        switchover: switchover &&
            ((victim, from, signal) => runHook(switchover, { ...context, victim }, signal, { SLIPWAY_DRILL_PRIMARY: from.pod })),
        clear: async () => {
            session?.close();
            if (lease === undefined)
                return [];
            const left = await removeClients(cluster, namespace).then(() => [], (error) => [
                `the pod ${clientName}: ${error instanceof Error ? error.message : String(error)}`,
            ]);
            await lease.release();
            return left;
        },
    };
    return system;
}
async function removeClients(cluster, namespace) {
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace);
    const { items } = await cluster.list(path, { labelSelector: `${naming/* labels */.WD.kind}=${clientKind}` });
    for (const { metadata } of items)
        if (metadata?.annotations?.[runAnnotation] !== undefined)
            await cluster.remove((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace, metadata.name), metadata.uid);
}
async function untilRunning(cluster, namespace, name, signal) {
    const end = performance.now() + clientPatience;
    for (;;) {
        const pod = await cluster.get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.pod, namespace, name));
        if (pod?.status?.phase === 'Running')
            return;
        if (pod === undefined || performance.now() >= end)
            throw new errors/* UserError */.yo(`the pod ${name}, from which markers are written, does not run: ${waitingFor(pod)}`, 'see `kubectl describe pod`; it needs a machine apart from what is broken, with the image of the database');
        await pause(500, signal);
    }
}
function waitingFor(pod) {
    const { conditions = [], containerStatuses = [] } = pod?.status ?? {};
    return (containerStatuses[0]?.state?.waiting?.reason ??
        conditions.find(({ status, message }) => status === 'False' && message)?.message ??
        'nobody says why');
}
async function zoneAt(cluster, node) {
    try {
        const found = await cluster.get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.node, '', node));
        return found && zoneOf(found);
    }
    catch (error) {
        if (error instanceof cluster_errors/* MissingRight */.tH)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/manifests.js


const manifests_allowedLabel = 'dr-drill/allowed';
const manifests_runLabel = 'dr-drill/run';
const manifests_expiresAnnotation = 'dr-drill/expires';
const adoptedAnnotation = 'dr-drill/adopted';
function scratchNamespace({ name, run, ttl, podSecurity = 'baseline' }, now) {
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
        throw new errors/* UserError */.yo(`"${run}" cannot be a run of a drill`, 'use up to 63 letters, digits, dots and dashes');
    if (!(Number.isFinite(ttl) && ttl > 0))
        throw new errors/* UserError */.yo('the namespace of a drill must end', 'give it a time to live, such as 4h');
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name,
            labels: {
                [manifests_allowedLabel]: 'true',
                [manifests_runLabel]: run,
                'pod-security.kubernetes.io/enforce': podSecurity,
            },
            annotations: { [manifests_expiresAnnotation]: new Date(now + ttl).toISOString() },
        },
    };
}
const policyName = 'dr-drill';
function isolationPolicy({ name, ways }) {
    const within = { podSelector: {} };
    const dns = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));
    return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: policyName, namespace: name },
        spec: {
            podSelector: {},
            policyTypes: ['Ingress', 'Egress'],
            ingress: [{ from: [within] }],
            egress: [
                { to: [within] },
                { ports: dns },
                ...ways.map(way => ({
                    to: [{ ipBlock: { cidr: checkedCidr(way.cidr) } }],
                    ports: [{ protocol: 'TCP', port: checkedPort(way.port) }],
                })),
            ],
        },
    };
}
function checkedCidr(cidr) {
    const [address = '', bits = ''] = cidr.split('/');
    const family = (0,external_node_net_.isIP)(address);
    const narrowest = family === 4 ? 32 : 128;
    const widest = family === 4 ? 16 : 48;
    if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
        return cidr;
    throw new errors/* UserError */.yo(`"${cidr}" is no way out of the namespace of a drill`, 'write an address or a small network, such as 192.0.2.7/32');
}
function checkedPort(port) {
    if (Number.isInteger(port) && port > 0 && port < 65_536)
        return port;
    throw new errors/* UserError */.yo(`${port} is no port`, 'write one from 1 to 65535');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/namespace.js




const networkPolicy = {
    ...cluster_resources/* resources */.ES.configMap,
    group: 'networking.k8s.io',
    plural: 'networkpolicies',
    kind: 'NetworkPolicy',
};
async function openScratch(cluster, plan) {
    const { name, run } = plan;
    const policy = isolationPolicy(plan);
    const wanted = scratchNamespace(plan, cluster.now());
    const there = await cluster.get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', name));
    const namespace = there === undefined
        ? await cluster.create('/api/v1/namespaces', wanted)
        : await adopt(cluster, there, wanted);
    const uid = namespace.metadata?.uid;
    if (uid === undefined)
        throw new Error(`the namespace ${name} was made without a uid`);
    const scratch = { name, run, uid };
    try {
        await closeOff(cluster, name, policy);
    }
    catch (error) {
        await removeScratch(cluster, scratch).catch(() => undefined);
        throw error;
    }
    return scratch;
}
async function adopt(cluster, there, wanted) {
    const { name } = wanted.metadata;
    const ours = there.metadata?.labels?.[manifests_runLabel] === wanted.metadata.labels[manifests_runLabel];
    const reason = whyNotOurs(there, wanted.metadata.labels[manifests_runLabel] ?? '', cluster.now());
    if (reason !== undefined)
        throw new errors/* UserError */.yo(...reason);
    if (!ours)
        await mustBeEmpty(cluster, name);
    const { metadata } = there;
    return cluster.replace((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', name), {
        ...there,
        metadata: {
            ...metadata,
            labels: { ...metadata?.labels, ...wanted.metadata.labels },
            annotations: {
                ...metadata?.annotations,
                ...wanted.metadata.annotations,
                ...(metadata?.labels?.[manifests_runLabel] === undefined ? { [adoptedAnnotation]: 'true' } : {}),
            },
        },
    });
}
function whyNotOurs({ metadata }, run, now) {
    const name = metadata?.name ?? '';
    const [labels, annotations] = [metadata?.labels ?? {}, metadata?.annotations ?? {}];
    if (labels[manifests_allowedLabel] !== 'true')
        return [
            `the namespace ${name} is there, and does not say that drills are allowed in it`,
            `choose another name, or label it ${manifests_allowedLabel}=true when all in it may be lost`,
        ];
    if (metadata?.deletionTimestamp !== undefined)
        return [`the namespace ${name} is being removed`, 'run the drill when it is gone'];
    const other = labels[manifests_runLabel];
    if (other === undefined || other === run || isExpired(annotations[manifests_expiresAnnotation], now))
        return undefined;
    return [
        `the namespace ${name} is of the drill ${other}`,
        'wait for that one, or clear away what is left of it',
    ];
}
const contents = [
    cluster_resources/* resources */.ES.cronJob,
    cluster_resources/* resources */.ES.deployment,
    cluster_resources/* resources */.ES.statefulSet,
    cluster_resources/* resources */.ES.daemonSet,
    cluster_resources/* resources */.ES.job,
    cluster_resources/* resources */.ES.replicaSet,
    cluster_resources/* resources */.ES.pod,
    cluster_resources/* resources */.ES.service,
    { ...cluster_resources/* resources */.ES.configMap, plural: 'persistentvolumeclaims', kind: 'PersistentVolumeClaim' },
    cluster_resources/* resources */.ES.secret,
];
async function mustBeEmpty(cluster, name) {
    for (const resource of contents) {
        const { items } = await cluster.list((0,cluster_resources/* pathOf */.XM)(resource, name), { limit: '1' });
        if (items.length > 0)
            throw new errors/* UserError */.yo(`the namespace ${name} holds ${resource.kind}/${items[0]?.metadata?.name}, and a drill restores into an empty one`, 'clear it, or choose another name');
    }
}
async function closeOff(cluster, name, policy) {
    await cluster.patch((0,cluster_resources/* pathOf */.XM)(networkPolicy, name, policyName), 'apply', policy, { force: 'true' });
}
async function namespaceFacts(cluster, name) {
    const there = await cluster.get((0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', name)).catch(() => undefined);
    if (there === undefined)
        return { name, labelled: 'unknown', run: undefined, expires: undefined };
    const { labels = {}, annotations = {} } = there.metadata ?? {};
    const expires = Date.parse(annotations[manifests_expiresAnnotation] ?? '');
    return {
        name,
        labelled: labels[manifests_allowedLabel] === 'true' ? 'yes' : 'no',
        run: labels[manifests_runLabel],
        expires: Number.isNaN(expires) ? undefined : expires,
    };
}
async function isClosed(cluster, plan) {
    try {
        const { items } = await cluster.list((0,cluster_resources/* pathOf */.XM)(networkPolicy, plan.name));
        const [only, ...others] = items;
        if (only === undefined || others.length > 0 || only.metadata?.name !== policyName)
            return 'no';
        return canonical(only.spec) === canonical(isolationPolicy(plan).spec) ? 'yes' : 'no';
    }
    catch {
        return 'unknown';
    }
}
function canonical(value) {
    return JSON.stringify(value, (_, each) => typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each);
}
async function removeScratch(cluster, { name, run, uid }) {
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', name);
    const there = await cluster.get(path);
    if (there?.metadata?.uid !== uid || there.metadata.labels?.[manifests_runLabel] !== run)
        return;
    await clear(cluster, there);
}
async function clear(cluster, namespace) {
    const { name = '', uid, resourceVersion } = namespace.metadata ?? {};
    const path = (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.namespace, '', name);
    if (namespace.metadata?.annotations?.[adoptedAnnotation] !== 'true')
        return cluster.remove(path, uid, resourceVersion);
    for (const resource of contents)
        await cluster.call('DELETE', (0,cluster_resources/* pathOf */.XM)(resource, name), { propagationPolicy: 'Background' });
    await cluster.remove((0,cluster_resources/* pathOf */.XM)(networkPolicy, name, policyName), undefined);
    const gone = { [manifests_expiresAnnotation]: null, [adoptedAnnotation]: null };
    await cluster.patch(path, 'merge', {
        metadata: { resourceVersion, labels: { [manifests_runLabel]: null }, annotations: gone },
    });
}
async function sweepScratch(cluster) {
    const { items } = await cluster.list('/api/v1/namespaces', {
        labelSelector: `${allowedLabel}=true,${runLabel}`,
    });
    const cleared = [];
    const left = [];
    for (const namespace of items) {
        const name = namespace.metadata?.name ?? '';
        const expires = namespace.metadata?.annotations?.[expiresAnnotation];
        if (namespace.metadata?.deletionTimestamp !== undefined)
            continue;
        if (!isExpired(expires, cluster.now())) {
            left.push(`${name}: ${expires === undefined ? 'it says no end' : `until ${expires}`}`);
            continue;
        }
        try {
            await clear(cluster, namespace);
            cleared.push(name);
        }
        catch (error) {
            if (!(error instanceof ClusterError || error instanceof UserError))
                throw error;
            left.push(`${name}: ${error.message}`);
        }
    }
    return { cleared, left };
}
function isExpired(expires, now) {
    const at = Date.parse(expires ?? '');
    return !Number.isNaN(at) && at < now;
}

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
    return judgeProbes(plan, await isClosed(cluster, scratch), messages);
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
    const scratch = await openScratch(drill.cluster, drill.scratch);
    try {
        const late = await gatherLate(drill);
        refuse(refusals({ ...early, ...late }));
        return await go(scratch);
    }
    finally {
        await removeScratch(drill.cluster, scratch);
    }
}
async function guardedStanding(drill, go) {
    const { cluster, namespace } = drill;
    const nothing = { repositories: [], manifests: [] };
    const early = await gatherEarly({ ...drill, ...nothing, where: 'standing' });
    const facts = await namespaceFacts(cluster, namespace);
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
        namespace: await namespaceFacts(cluster, scratch.name),
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
    return standingSystem(cluster, {
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


/***/ }),

/***/ 3658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ heldIn),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   ne: () => (/* binding */ sealJournal)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8971);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3005);






const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    const entry = object === undefined ? undefined : entryOf(object);
    if (entry === undefined || entry.journal.app === app)
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the journal in ConfigMap/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)} is not that of ${app}`, 'find out who wrote it, and remove it');
}
function entryOf(object) {
    const text = object.data?.journal;
    if (text === undefined)
        return undefined;
    return { journal: JSON.parse(text), version: object.metadata?.resourceVersion ?? '' };
}
function heldIn(entry) {
    const { held, phase = 'done', candidate } = entry?.journal ?? {};
    return held === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends Error {
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, version: written.metadata?.resourceVersion ?? '' };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app);
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved('another run wrote the journal', { cause: error });
    }
}
async function beginJournal(cluster, namespace, journal) {
    const { app, token } = journal;
    for (let attempt = 1;; attempt += 1) {
        const before = await readJournal(cluster, namespace, app);
        if ((before?.journal.token ?? 0) > token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        try {
            return await writeJournal(cluster, namespace, journal, before?.version);
        }
        catch (error) {
            if (!(error instanceof JournalMoved) || attempt === 8)
                throw error;
        }
    }
}
async function sealJournal(cluster, namespace, app, { token, run }) {
    const before = (await readJournal(cluster, namespace, app))?.journal;
    if (before !== undefined)
        await beginJournal(cluster, namespace, { ...before, token, run });
}
class Keeper {
    #cluster;
    #namespace;
    #entry;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#entry = entry;
    }
    get journal() {
        return this.#entry.journal;
    }
    change(next) {
        const write = async () => {
            const before = this.#entry.journal;
            await overwrite();
            this.onChange(before, this.#entry.journal);
        };
        const overwrite = async () => {
            for (let attempt = 1;; attempt += 1) {
                const { journal, version } = this.#entry;
                try {
                    this.#entry = await writeJournal(this.#cluster, this.#namespace, next(journal), version);
                    return;
                }
                catch (error) {
                    if (!(error instanceof JournalMoved) || attempt === 8)
                        throw error;
                    await this.#adopt(error);
                }
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt(cause) {
        const { journal } = this.#entry;
        const { app, token } = journal;
        const there = await readJournal(this.#cluster, this.#namespace, app);
        if (there === undefined && (await this.#holdsLease())) {
            this.#entry = { journal };
            return;
        }
        if (there === undefined || there.journal.token !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        if (there.journal.abortRequested === undefined)
            throw cause;
        const { abortRequested } = there.journal;
        this.#entry = { version: there.version, journal: { ...journal, abortRequested } };
    }
    async #holdsLease() {
        const { app, token } = this.#entry.journal;
        const lease = await this.#cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, this.#namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)));
        return Number(lease?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]) === token;
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, held: _held, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'undoing' ? { undoneFrom: journal.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function objectOf(namespace, journal, version) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: journal.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'journal' },
            annotations: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.phase]: journal.phase },
            ...(version === undefined ? {} : { resourceVersion: version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


/***/ }),

/***/ 8691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XH: () => (/* binding */ untilFree),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3590);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8971);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3658);








const durationSeconds = 30;
const renewEvery = 10_000;
const untilFree = (durationSeconds + 2) * 1000;
class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = `${request.origin.actor} in ${request.origin.run}`;
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled', 'nothing was changed');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined)
            continue;
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'at work on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead)${request.workload === undefined ? '' : ', or roll back'}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await new Promise(resolve => setTimeout(resolve, 1000));
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.application(app));
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        try {
            const token = (await floorOf(cluster, request)) + 1;
            const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), leaseObject(app, namespace, { holder, token, rollback }));
            return { token };
        }
        catch (conflict) {
            if (conflict instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && conflict.isConflict)
                return raced;
            throw conflict;
        }
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= current.serverTime - performance.now())
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 'run it again if it is to be released all the same');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    const token = Math.max(state.token, await floorOf(cluster, request)) + 1;
    const rollback = seize === true ? { by: holder, at: current.serverTime } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    try {
        await cluster.replace(path, next);
        return { token };
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict)
            return raced;
        throw error;
    }
}
async function floorOf(cluster, { app, namespace, workload }) {
    const [entry, live] = await Promise.all([
        (0,_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a0)(cluster, namespace, app),
        workload === undefined ? undefined : cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    return Math.max(entry?.journal.token ?? 0, live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .stampOf */ .Zs)(live, app));
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.application(app));
    const rewrite = async (nextHolder) => {
        const lease = await cluster.get(path);
        if (lease === undefined || tokenOf(lease) !== token)
            return false;
        const next = { holder: nextHolder, token, rollback: rollbackOf(lease) };
        await cluster.replace(path, leaseObject(app, namespace, next, lease));
        return true;
    };
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, renewEvery);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_6__.LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'nothing more is written; see that run for what happened');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            await rewrite('').catch(() => undefined);
        },
    };
}
const tokenOf = (lease) => Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', '000Z');


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves)
/* harmony export */ });
const moves = {
    prepared: ['stepping', 'promoting', 'undoing'],
    stepping: ['stepping', 'baking', 'undoing'],
    baking: ['promoting', 'undoing'],
    promoting: ['watching', 'done', 'undoing'],
    watching: ['done', 'undoing'],
    undoing: ['undone'],
    done: [],
    undone: [],
};
const isOver = (phase) => moves[phase].length === 0;
function remedyOf(phase) {
    switch (phase) {
        case 'done':
        case 'undone':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'undoing':
            return 'undo';
        default:
            return phase;
    }
}


/***/ }),

/***/ 8971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


/***/ }),

/***/ 305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ runLogged),
/* harmony export */   HY: () => (/* binding */ environmentForCommands)
/* harmony export */ });
/* unused harmony exports runCommand, disarmed */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2317);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);






const watched = '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';
async function runCommand(options) {
    const { run, folder, env, log, signal } = options;
    const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
    const bash = (0,_child_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .a)('bash');
    if (bash === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('there is no bash on the PATH', 'install bash');
    if (signal.aborted)
        return { kind: 'cancelled' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'pipe'],
    });
    const send = (name) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, name);
        }
        catch {
        }
    };
    const timers = [];
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(() => send('SIGTERM'), terminate), setTimeout(() => send('SIGKILL'), kill));
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, name] = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (...how) => resolve(how));
        });
        if (signal.aborted)
            return { kind: 'cancelled' };
        return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
    }
    finally {
        signal.removeEventListener('abort', end);
        for (const timer of timers)
            clearTimeout(timer);
        send('SIGKILL');
        child.stdio[3]?.destroy();
    }
}
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE)|ACTIONS_.*|INPUT_.*)$/;
function environmentForCommands(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}
function disarmed(token) {
    const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsOff */ .Ul)(token);
    return { before: `${stop}\n`, after: `\n${resume}\n` };
}
async function runLogged({ run, folder, env, log, signal, report, }) {
    report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
    const guard = env.GITHUB_ACTIONS === 'true' ? disarmed((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)()) : { before: '', after: '' };
    say(log, guard.before);
    try {
        return await runCommand({ run, folder, env: environmentForCommands(env), log, signal });
    }
    finally {
        say(log, guard.after);
    }
}
function say(log, text) {
    for (;;) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(log, text);
            return;
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}


/***/ }),

/***/ 8961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   TG: () => (/* binding */ singleFile),
/* harmony export */   pQ: () => (/* binding */ eachOf)
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


/***/ }),

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probe)
/* harmony export */ });
/* unused harmony export largestBody */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

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
async function send({ base, host, path, post }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)));
    const name = (host ?? base.host).replace(/:\d+$/, '');
    const options = {
        hostname: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method: post === undefined ? 'GET' : 'POST',
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...(post === undefined
                ? {}
                : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(post) }),
        },
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(post);
    });
}
const readBody = async (message) => (await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(message, largestBody, () => new BodyTooLarge())).toString('utf8');
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


/***/ })

};
