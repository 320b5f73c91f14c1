export const id = 8960;
export const ids = [8960,5820,9949,1946];
export const modules = {

/***/ 16679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   FO: () => (/* binding */ assessmentsOf),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Op: () => (/* binding */ notAsked),
/* harmony export */   R3: () => (/* binding */ metUnless),
/* harmony export */   hH: () => (/* binding */ notApplicable),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);


const found = (status, what, more = {}) => ({
    status,
    what,
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)(more),
});
const unknown = (why, object) => found('unknown', why, { object });
const notAsked = (why, more = {}) => found('unknown', why, { ...more, evidence: [] });
const notApplicable = (why) => found('not-applicable', why);
function metUnless(problems, good, remedy, object) {
    const problem = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .K)([problems ?? []].flat());
    return problem === undefined
        ? found('met', good, { object })
        : found('not-met', problem, { remedy, object });
}
function judgementOf(good, judged) {
    if (judged === undefined)
        return undefined;
    const why = String(judged.reason || 'the step gave no reason').slice(0, 600);
    if (judged.verdict === 'pass')
        return metUnless([], good);
    return judged.verdict === 'fail' ? metUnless(why, good) : unknown(why);
}
const assessmentsOf = (judged, addition) => Object.entries(judged).flatMap(([rule, each = []]) => [each].flat().flatMap(judgement => {
    const { ids, ...more } = addition(rule, judgement);
    return ids.map(id => ({ id, rule, ...more, ...judgement }));
}));


/***/ }),

/***/ 45820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listed: () => (/* binding */ listed),
/* harmony export */   notQueried: () => (/* binding */ notQueried),
/* harmony export */   queriedOf: () => (/* binding */ queriedOf),
/* harmony export */   readLive: () => (/* binding */ readLive)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const ofNamespace = (group, plural, kind) => ({
    group,
    version: 'v1',
    plural,
    kind,
    namespaced: true,
});
const listed = {
    nodes: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node,
    pods: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod,
    deployments: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
    quotas: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.resourceQuota,
    limitRanges: ofNamespace('', 'limitranges', 'LimitRange'),
    budgets: ofNamespace('policy', 'poddisruptionbudgets', 'PodDisruptionBudget'),
    autoscalers: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler,
    networkPolicies: ofNamespace('networking.k8s.io', 'networkpolicies', 'NetworkPolicy'),
    roles: ofNamespace('rbac.authorization.k8s.io', 'roles', 'Role'),
    roleBindings: ofNamespace('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding'),
};
async function queriedOf(question, { now }, ask) {
    try {
        const value = await ask();
        return { known: true, value, asked: question, at: new Date(now()).toISOString() };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return { known: false, why: error.message };
    }
}
const beforeStable = /^[a-z0-9][a-z0-9.-]*\/v\d+(alpha|beta)\d+$/;
async function warningsOf(cluster, namespace, objects) {
    const found = new Map();
    const kinds = objects.flatMap(({ apiVersion = '', kind = '' }) => beforeStable.test(apiVersion) ? [`${apiVersion} ${kind}`] : []);
    for (const each of new Set(kinds)) {
        const [apiVersion = '', kind] = each.split(' ');
        const [group = '', version = ''] = apiVersion.split('/');
        const list = await cluster.get(`/apis/${group}/${version}`);
        const resource = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(list?.resources).find(({ kind: is, name }) => is === kind && typeof name === 'string' && /^[a-z0-9-]+$/.test(name));
        if (resource === undefined)
            continue;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)({
            group,
            version,
            plural: String(resource.name),
            kind: kind ?? '',
            namespaced: resource.namespaced === true,
        }, namespace);
        const { headers } = await cluster.call('GET', `${path}?limit=1`);
        const said = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(headers.warning ?? '')?.[1];
        if (said !== undefined && /deprecated/.test(said))
            found.set(each, said.slice(0, 300));
    }
    return found;
}
async function readLive(cluster, namespace, objects = []) {
    const asked = (question, ask) => queriedOf(question, cluster, ask);
    const lists = Object.entries(listed).map(async ([key, resource]) => {
        const where = resource.namespaced ? ` in namespace ${namespace}` : '';
        const question = `list ${resource.plural}${where}`;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace);
        return [key, await asked(question, async () => (await cluster.list(path)).items)];
    });
    const served = asked('served API versions', async () => {
        const found = await cluster.get('/apis');
        if (found?.groups === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the API server does not say which versions it serves', 'check its address');
        const versions = found.groups.flatMap(group => group.versions ?? []);
        return new Set(['v1', ...versions.map(({ groupVersion }) => groupVersion)]);
    });
    const version = asked('the version of the API server', async () => String((await cluster.get('/version'))?.gitVersion ?? ''));
    const warnings = asked('warnings about versions of the manifests', () => warningsOf(cluster, namespace, objects));
    const versions = { served: await served, version: await version, warnings: await warnings };
    return { ...Object.fromEntries(await Promise.all(lists)), ...versions };
}
function notQueried(why) {
    const keys = [...Object.keys(listed), 'served', 'version', 'warnings'];
    return Object.fromEntries(keys.map(key => [key, { known: false, why }]));
}


/***/ }),

/***/ 57240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ met),
/* harmony export */   Ih: () => (/* binding */ liveFinding),
/* harmony export */   SH: () => (/* binding */ overEach),
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16679);

const ruleOf = (rule, id, judge) => ({
    rule,
    id,
    judge,
});
const overEach = (all, none, judge) => (all.length === 0 ? [(0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .notApplicable */ .hH)(none)] : all.flatMap(each => judge(each)));

const met = (what, of, from, object) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('met', what, { object, evidence: from.map(({ asked, at }) => ({ asked, of, at })) });
const finding = (what, remedy, manifest, path = []) => ({ ...(0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('not-met', what, { remedy }), at: { manifest, path } });
const liveFinding = (what, remedy, of, { asked, at }) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)('not-met', what, { remedy, object: of, evidence: [{ asked, of, at }] });


/***/ }),

/***/ 66724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   Ex: () => (/* binding */ isTarget),
/* harmony export */   FF: () => (/* binding */ pvcOfOneNode),
/* harmony export */   TH: () => (/* binding */ serviceSelector),
/* harmony export */   fX: () => (/* binding */ assessSubject),
/* harmony export */   i1: () => (/* binding */ mayCreate),
/* harmony export */   v9: () => (/* binding */ isMetricsPort),
/* harmony export */   yf: () => (/* binding */ nameOfManifest)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);



function assessSubject({ workload, service, manifests: written, ...facts }) {
    const { namespace, live } = facts;
    const manifests = written.map((each) => ({ ...each, object: withoutNulls(each.object) }));
    const services = ofKind(manifests, 'Service').filter(each => !isForMetrics(each));
    const workloads = manifests.flatMap((manifest) => {
        const object = manifest.object;
        const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
        const [template] = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .podTemplatesOf */ .ab)(manifest.object);
        if (!((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isReleased */ .OZ)(kind) || Object.hasOwn(ending, kind)) || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(template?.spec))
            return [];
        const title = nameOfManifest(manifest);
        const { labels = {} } = template.metadata ?? {};
        const chosen = kind === workload.kind && name === workload.name;
        const autoscaler = ofKind(manifests, 'HorizontalPodAutoscaler', 'ScaledObject').find(each => isTarget(each.object, kind, name));
        const serves = kind !== 'CronJob' &&
            kind !== 'Job' &&
            ((chosen && service !== undefined) || services.some(each => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selects */ .ko)(serviceSelector(each), labels)));
        return [
            {
                manifest,
                title,
                object,
                labels,
                autoscaler,
                serves,
                spec: specOf(template.spec),
                scales: serves && !/^(DaemonSet|Pod)$/.test(kind) && (chosen || !keepsData(kind, template.spec)),
                path: [...(ending[kind] ?? ['spec', 'template']), 'spec'],
                least: leastOf(autoscaler?.object) ?? countIn(object.spec?.replicas) ?? 1,
                pods: podsOf(live.pods, namespace, manifest),
            },
        ];
    });
    return { ...facts, manifests, workloads };
}
const withoutNulls = (value) => Array.isArray(value)
    ? value.map(withoutNulls)
    : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value)
        ? Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, withoutNulls(each)]])))
        : value;
const ending = {
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    Job: ['spec', 'template'],
    Pod: [],
};
function specOf(spec) {
    const containers = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.containers);
    const serviceAccountName = spec.serviceAccountName ?? spec.serviceAccount;
    return { ...spec, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ serviceAccountName }), containers };
}
const countIn = (value) => (typeof value === 'number' ? value : undefined);
function leastOf(autoscaler) {
    const { minReplicas, minReplicaCount } = (autoscaler?.spec ?? {});
    if (autoscaler?.kind === 'ScaledObject')
        return countIn(minReplicaCount) ?? 0;
    return autoscaler && (countIn(minReplicas) ?? 1);
}
const stores = /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul|db|database)(-[a-z]+)?([:@]|$)/;
const storePorts = [5432, 3306, 27017, 6379, 11211, 5672, 9092, 2379, 9200];
function keepsData(kind, spec) {
    return (kind === 'StatefulSet' ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.containers).some(({ image, ports }) => stores.test(String(image)) ||
            (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(ports).some(({ containerPort }) => storePorts.includes(Number(containerPort)))));
}
function pvcOfOneNode(spec, { manifests }) {
    const mounted = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.volumes).map(({ persistentVolumeClaim: claim }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(claim).claimName);
    return ofKind(manifests, 'PersistentVolumeClaim').find(({ name, object }) => mounted.includes(name) &&
        !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(object.spec?.accessModes).some(mode => mode.endsWith('Many')))?.name;
}
const serviceSelector = ({ object }) => object.spec?.selector;
function isForMetrics({ object: { spec } }) {
    const ports = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec?.ports);
    return ports.length > 0 && ports.every(isMetricsPort);
}
const isMetricsPort = ({ name }) => /(^|-)(metrics|exporter)(-|$)/.test(String(name));
const mayCreate = (manifests, labels) => manifests.some(({ object: { apiVersion, kind }, name }) => /^(?!.*\.k8s\.io\/).*\..*\//.test(apiVersion) &&
    !/(Monitor|Rule|Secret|Certificate|Policy)$/.test(kind) &&
    Object.values((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(labels)).includes(name));
const ofKind = (manifests, ...kinds) => manifests.filter(({ object }) => kinds.includes(object.kind));
const nameOfManifest = ({ object: { kind }, name }) => `${kind}/${name}`;
const targetOf = ({ spec }) => (spec ?? {}).scaleTargetRef ?? {};
function isTarget(autoscaler, kind, name) {
    const target = targetOf(autoscaler);
    return target.name === name && (target.kind ?? 'Deployment') === kind;
}
function podsOf(pods, namespace, manifest) {
    const where = manifest.object.metadata?.namespace ?? namespace;
    if (!pods.known)
        return pods;
    if (where !== namespace)
        return { known: false, why: `its pods are in namespace ${where}, which was not read` };
    const own = pods.value.filter(({ metadata, status }) => status?.phase === 'Running' &&
        metadata?.deletionTimestamp === undefined &&
        isOwn(manifest, metadata ?? {}));
    return { ...pods, value: own };
}
function isOwn({ object: { kind, spec }, name }, { labels = {}, ...pod }) {
    if (kind === 'Pod')
        return pod.name === name;
    if (kind === 'Job' || kind === 'CronJob')
        return (pod.ownerReferences ?? []).some(owner => owner.kind === 'Job' &&
            (kind === 'Job' ? owner.name : owner.name.replace(/-\d+$/, '')) === name);
    const { selector } = (spec ?? {});
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(selector) && Object.keys(selector).length > 0 && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .selectorMatches */ .de)(selector, labels);
}


/***/ }),

/***/ 11111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ scaling),
/* harmony export */   Di: () => (/* binding */ overPods),
/* harmony export */   E0: () => (/* binding */ longRunning),
/* harmony export */   KJ: () => (/* binding */ podRule),
/* harmony export */   Ld: () => (/* binding */ everyWorkload),
/* harmony export */   Rp: () => (/* binding */ withoutInjected),
/* harmony export */   Wj: () => (/* binding */ podFindingIf),
/* harmony export */   Yr: () => (/* binding */ allContainers),
/* harmony export */   bq: () => (/* binding */ everyContainer),
/* harmony export */   fO: () => (/* binding */ serving),
/* harmony export */   tu: () => (/* binding */ podFinding),
/* harmony export */   vM: () => (/* binding */ servingContainers),
/* harmony export */   xZ: () => (/* binding */ overWorkloads)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57240);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16679);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66724);




const everyWorkload = { has: () => true, none: 'no workload is in the manifests' };
const longRunning = {
    has: ({ object: { kind } }) => kind !== 'CronJob' && kind !== 'Job',
    none: everyWorkload.none,
};
const serving = { has: ({ serves }) => serves, none: 'no workload gets traffic' };
const scaling = { has: ({ scales }) => scales, none: serving.none };
const overWorkloads = ({ has, none }, judge) => subject => (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .overEach */ .SH)(subject.workloads.filter(each => has(each, subject)), none, each => judge(each, subject));
const overPods = (about, { good, findings }) => overWorkloads(about, (workload, subject) => judgeOne(workload, good, (spec, labels) => findings(spec, { ...workload, labels }, subject)));
const podRule = (rule, id, about, check) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOf */ .Y)(rule, id, overPods(about, check));
const podFinding = (what, remedy, path = [], level) => ({ what, remedy, path, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ level }) });
const podFindingIf = (wrong, ...found) => wrong ? [podFinding(...found)] : [];
function judgeOne({ title, manifest, path, spec, pods, labels }, good, findings) {
    const found = findings(spec, labels);
    if (found.length > 0)
        return found.map(each => ({
            ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)(`${title} ${each.what}`, each.remedy, manifest, [...path, ...each.path]),
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ level: each.level }),
        }));
    if (!pods.known)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(pods.why, title)];
    if (pods.value.length === 0)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`no pod of ${title} runs, so none could be checked`, title)];
    for (const pod of pods.value) {
        const own = { ...labels, ...pod.metadata?.labels };
        const [first] = findings(withoutInjected(pod.spec ?? { containers: [] }, spec), own);
        if (first !== undefined)
            return [
                (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .liveFinding */ .Ih)(`a running pod of ${title} differs from its manifest: it ${first.what}`, 'release the manifests', title, pods),
            ];
    }
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .met */ .BG)(`the pods of ${title} ${good}`, (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(pods.value.length, 'pod'), [pods], title)];
}
function withoutInjected(running, written) {
    const names = new Set(allContainers(written).map(({ container }) => container.name));
    const own = (list = []) => list.filter(({ name }) => names.has(name));
    return { ...running, containers: own(running.containers), initContainers: own(running.initContainers) };
}
function servingContainers(spec) {
    const all = containersIn(spec, 'containers');
    const open = all.filter(({ container }) => (container.ports ?? []).some(port => !(0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .isMetricsPort */ .v9)(port)));
    return open.length > 0 ? open : all.slice(0, 1);
}
const everyContainer = (spec) => allContainers(spec).filter(({ container, path }) => path[0] === 'containers' || container.restartPolicy === 'Always');
const allContainers = (spec) => [
    ...containersIn(spec, 'initContainers'),
    ...containersIn(spec, 'containers'),
];
const containersIn = (spec, list) => (spec[list] ?? []).map((container, index) => ({ container, path: [list, index] }));


/***/ }),

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
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 35114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ poolsOf),
/* harmony export */   S: () => (/* binding */ arithmeticOf)
/* harmony export */ });
/* harmony import */ var _release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88795);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(620);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34032);
/* harmony import */ var _pricing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86758);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30422);






function poolsOf({ pools }, demands, manifests, environment) {
    return Object.entries(pools).map(([title, settings]) => {
        const demand = demands.find(each => each.title === title);
        if (demand === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${title}, which \`cost.connections.pools\` lists`, 'correct the name in slipway.yml, or add its manifest');
        const read = (key, least) => numberOf(settings[key], least, demand, manifests);
        const parts = [read('size', 1), read('overflow', 0), read('processes', 1)];
        const [size, overflow, processes] = parts.map(each => (typeof each === 'number' ? each : undefined));
        const { pods, surge } = mostPods(demand, environment);
        const whole = (0,_pricing_js__WEBPACK_IMPORTED_MODULE_3__/* .sum */ .cz)(size, overflow);
        return {
            workload: title,
            pods,
            surge,
            processes,
            size: whole,
            connections: (0,_pricing_js__WEBPACK_IMPORTED_MODULE_3__/* .times */ .Hn)((0,_pricing_js__WEBPACK_IMPORTED_MODULE_3__/* .sum */ .cz)(pods, surge), processes, whole),
            unknown: parts.find(each => typeof each === 'string') ??
                (pods !== undefined
                    ? undefined
                    : demand.object.kind === 'CronJob'
                        ? 'it may run several times at once; set its `concurrencyPolicy: Forbid`'
                        : 'the number of its pods is not in its manifest'),
        };
    });
}
function numberOf(setting, least, demand, manifests) {
    if (typeof setting === 'number')
        return setting;
    const found = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .variablesIn */ .D)(demand, setting, manifests);
    if (found.length === 0)
        return `no container has the variable ${setting}`;
    const numbers = found.map(each => {
        if ('hidden' in each)
            return each.hidden;
        const isNumber = /^\d{1,6}$/.test(each.value.trim()) && Number(each.value) >= least;
        return isNumber
            ? Number(each.value)
            : `the variable ${setting} is not a whole number of at least ${least}`;
    });
    const wrong = numbers.find(each => typeof each === 'string');
    return wrong ?? Math.max(...numbers.map(Number));
}
function mostPods({ object, manifest, autoscaler, fixed }, environment) {
    const { maxReplicas } = (autoscaler?.object.spec ?? {});
    const isSingle = /^(Forbid|Replace)$/.test(String(object.spec?.concurrencyPolicy));
    if (object.kind === 'CronJob')
        return { pods: isSingle ? 1 : undefined, surge: 0 };
    const pods = (0,_demand_js__WEBPACK_IMPORTED_MODULE_2__/* .countIn */ .r)(maxReplicas) ?? fixed;
    if (pods === undefined)
        return { pods, surge: 0 };
    const { workload, strategy } = environment;
    const isMain = workload.kind === object.kind && workload.name === manifest.name;
    const beside = !isMain || strategy.kind === 'rolling'
        ? 0
        : strategy.kind === 'canary'
            ? (0,_release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .mostCanaryPods */ .e5)(environment, pods)
            : pods;
    return { pods, surge: beside + (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .limitsOf */ .A)(object, pods).peak - pods };
}
const arithmeticOf = (pools) => pools
    .map(({ workload, pods, surge, processes, size, connections }) => {
    const most = surge > 0 ? `(${pods} + ${surge})` : pods;
    return `${workload} ${most} × ${processes} × ${size} = ${connections}`;
})
    .join('; ');


/***/ }),

/***/ 34032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ countIn),
/* harmony export */   y: () => (/* binding */ demandsIn)
/* harmony export */ });
/* harmony import */ var _assess_live_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45820);
/* harmony import */ var _assess_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66724);
/* harmony import */ var _assess_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11111);
/* harmony import */ var _config_assess_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23608);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79395);
/* harmony import */ var _pricing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86758);







const gibibyte = 2 ** 30;
const countIn = (value) => typeof value === 'number' && value >= 0 ? value : undefined;
const fromZero = (amount = Number.NaN) => (amount >= 0 ? amount : Number.NaN);
function demandsIn(manifests, environmentName, { namespace, workload, service }) {
    const { workloads } = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .assessSubject */ .fX)({
        environment: environmentName,
        namespace,
        workload,
        service,
        manifests,
        released: [],
        zones: 1,
        variables: _config_assess_js__WEBPACK_IMPORTED_MODULE_3__/* .envPolicySchema */ .ZS.parse({}),
        live: (0,_assess_live_js__WEBPACK_IMPORTED_MODULE_0__.notQueried)('only manifests are read'),
        now: '',
    });
    const shared = new Set();
    return workloads.map(each => {
        const { kind, spec } = each.object;
        const { autoscaler } = each;
        const counted = (kind === 'Deployment' || kind === 'StatefulSet') && autoscaler === undefined;
        return {
            ...each,
            autoscaler: autoscaler?.object.kind === 'HorizontalPodAutoscaler' ? autoscaler : undefined,
            cores: requestOf(each.spec, 'cpu'),
            gib: (0,_pricing_js__WEBPACK_IMPORTED_MODULE_5__/* .times */ .Hn)(requestOf(each.spec, 'memory'), 1 / gibibyte),
            fixed: counted ? countIn(spec?.replicas) : undefined,
            storage: storageOf(each, manifests, shared),
        };
    });
}
function requestOf(spec, resource) {
    const says = (of) => ((0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .containerNeed */ .W2)(of, 'requests', resource) ?? -1) >= 0;
    const running = (0,_assess_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .everyContainer */ .bq)(spec);
    const isKnown = says(spec) || (running.length > 0 && running.every(({ container }) => says(container)));
    const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .podNeed */ .qO)(spec, 'requests', resource);
    return isKnown && need >= 0 ? need : undefined;
}
function storageOf({ object, spec }, manifests, before) {
    const inside = (value, key) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(value) ? value[key] : undefined);
    const sizeOf = (claim) => fromZero((0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .quantity */ .au)(String(['spec', 'resources', 'requests', 'storage'].reduce(inside, claim)))) / gibibyte;
    const pvcs = new Set((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textsIn */ .Ej)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapsIn */ .nf)(spec.volumes).map(each => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(each.persistentVolumeClaim).claimName)));
    const own = [...pvcs.difference(before)];
    for (const name of own)
        before.add(name);
    const declared = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .CZ)(manifests, 'PersistentVolumeClaim');
    const sizes = [
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapsIn */ .nf)(object.spec?.volumeClaimTemplates).map(sizeOf),
        own.map(name => sizeOf(declared.find(each => each.name === name)?.object)),
    ];
    const [each = 0, shared = 0] = sizes.map(list => list.reduce((total, size) => total + size, 0));
    return Number.isNaN(each + shared) ? undefined : { each, shared };
}


/***/ }),

/***/ 47624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ judgeCosts),
/* harmony export */   Mr: () => (/* binding */ expectedSavings),
/* harmony export */   TG: () => (/* binding */ money)
/* harmony export */ });
/* harmony import */ var _assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16679);
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35114);
/* harmony import */ var _pricing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86758);





const checks = {
    'cost-monthly-cap': 'Z7',
    'cost-run-cap': 'P4',
    'cost-task-cap': 'P4',
    'cost-connections': 'P11',
    'cost-workload': 'P7',
    'cost-autoscaling': 'P8',
    'cost-backups': 'P9',
};
const missed = (what, remedy, object) => (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('not-met', what, { remedy, object });
const failed = (what, remedy, object) => (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('not-met', what, { remedy, object, level: 'error' });
const expectedSavings = { autoscaling: '20 to 30 %', backups: '15 to 25 %' };
const money = (amount, currency) => `${amount.toFixed(2)} ${currency}`;
const isAbove = (amount, cap) => amount > cap * (1 + 1e-9);
function judgeCosts(facts) {
    const { costs, whatIfs, storage, settings, evidence } = facts;
    const assessed = (judged) => (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .assessmentsOf */ .FO)(judged, (rule, { object = '' }) => ({
        ids: [checks[rule] ?? []].flat(),
        level: 'warning',
        evidence: evidence[rule] ?? evidence[object] ?? [],
    }));
    const isDeclared = settings.connections !== undefined;
    const caps = assessed({
        'cost-monthly-cap': monthlyCap(facts, (0,_pricing_js__WEBPACK_IMPORTED_MODULE_2__/* .totalOf */ .e6)(costs)),
        'cost-run-cap': runCap(facts),
        'cost-task-cap': taskCap(facts),
        'cost-connections': isDeclared ? connections(facts) : undefined,
    });
    const figures = assessed({
        'cost-workload': costs.map(each => workload(each, facts)),
        'cost-connections': isDeclared
            ? undefined
            : (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('unknown', 'slipway.yml declares no database connection pools', {
                remedy: 'add `cost.connections` to slipway.yml',
            }),
        'cost-autoscaling': whatIfs.length === 0 ? (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .notApplicable */ .hH)('no workload can have an autoscaler') : whatIfs.map(autoscaling),
        'cost-backups': 'status' in storage ? storage : storage.map(backups),
    });
    const isFailed = caps.some(({ status, level }) => status === 'not-met' && level === 'error');
    const isUnknown = caps.some(({ status, level }) => status === 'unknown' && level !== 'info');
    return {
        verdict: isFailed ? 'fail' : isUnknown ? 'unknown' : 'pass',
        assessments: [...caps, ...figures],
    };
}
function workload({ workload: object, monthly, compute, idle, unknown: why, lacks }, { settings, rates }) {
    const unpriced = settings.opencost === undefined && (rates.core === undefined || rates.gib === undefined)
        ? ['slipway.yml has no price of a core-hour or of a GiB-hour']
        : [];
    const lacking = [...lacks, ...unpriced];
    if (lacking.length > 0)
        return missed(`the cost of ${object} cannot be reported: ${lacking.join(', ')}`, 'add requests and sizes to the manifests, and `cost.prices` to slipway.yml', object);
    if (monthly === undefined || compute === undefined || idle === undefined)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`the cost of ${object} is not fully known: ${why.join(', ')}`, object);
    const share = compute === 0 ? '' : `; ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(idle / compute)} of its CPU and memory cost is idle`;
    return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', `${object} costs ${money(monthly, settings.currency)} a month${share}`, { object });
}
function monthlyCap({ settings, costs }, { monthly, known }) {
    const { 'monthly-cap': cap, currency } = settings;
    if (cap === undefined)
        return missed('slipway.yml declares no cap on the monthly cost', 'add `cost.monthly-cap` to slipway.yml');
    const limit = money(cap, currency);
    if (isAbove(known, cap))
        return failed(`the workloads cost ${monthly === undefined ? 'at least ' : ''}${money(known, currency)} a month, more than the cap of ${limit}`, 'request less where much is idle, or raise `cost.monthly-cap`');
    if (monthly !== undefined)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', `the workloads cost ${money(monthly, currency)} a month, within the cap of ${limit}`);
    const open = costs.filter(each => each.monthly === undefined).map(each => each.workload);
    return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`the cap of ${limit} cannot be judged: the cost of ${open.join(', ') || 'any workload'} is unknown`);
}
function runCap({ settings, runs }) {
    const { 'run-cap': cap, prices, currency } = settings;
    if (cap === undefined)
        return missed('slipway.yml declares no cap on the cost of a run', 'add `cost.run-cap` to slipway.yml');
    if ('status' in runs)
        return runs;
    const price = prices['runner-minute'];
    if (price === undefined)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)('the cost of a run is unknown: slipway.yml has no `cost.prices.runner-minute`');
    const exact = (amount) => `${amount.toFixed(3)} ${currency}`;
    const limit = `the cap of ${exact(cap)}`;
    const mostExpensive = (minutesOf) => {
        const { run, minutes } = runs
            .map(each => ({ run: each.run, minutes: minutesOf(each) }))
            .reduce((top, each) => (each.minutes > top.minutes ? each : top));
        const amount = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(minutes, 'billed minute')}, ${exact(minutes * price)}`;
        return { run, amount, isAbove: isAbove(minutes * price, cap) };
    };
    const least = mostExpensive(({ billed }) => billed);
    if (least.isAbove)
        return failed(`run ${least.run} took ${least.amount}, more than ${limit}`, 'see docs/cost.md for fewer minutes, or raise `cost.run-cap`');
    const most = mostExpensive(({ billed, unsure }) => billed + unsure);
    if (most.isAbove)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('unknown', `run ${most.run} took up to ${most.amount}, more than ${limit}, because GitHub does not say whether some of its runners are yours`, { remedy: 'give your own runners the label `self-hosted`' });
    const upTo = runs.some(({ unsure }) => unsure > 0) ? 'up to ' : '';
    return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', `run ${most.run} took ${upTo}${most.amount}, within ${limit}`);
}
function taskCap({ settings, tasks, liveTasks }) {
    const name = settings['task-cap'];
    if (name === undefined)
        return [
            (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('unknown', 'slipway.yml names no setting that limits the cost of a task', {
                remedy: 'add `cost.task-cap` to slipway.yml',
                level: 'info',
            }),
        ];
    if (tasks.length === 0)
        return [
            failed(`nothing in the manifests sets ${name}, so a task may cost any amount`, `set ${name} to an amount above 0`),
        ];
    const written = capsIn(tasks, name);
    if (written.some(({ status }) => status !== 'met'))
        return written;
    if (!liveTasks.known)
        return [(0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(liveTasks.why)];
    return liveTasks.value.length === 0
        ? [missed(`no workload in the cluster sets ${name}, as the manifests do`, 'release the manifests')]
        : capsIn(liveTasks.value, name);
}
function capsIn(settings, name) {
    const remedy = `set ${name} to an amount above 0`;
    return settings.map(each => {
        const object = each.of;
        if ('hidden' in each)
            return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(each.hidden, object);
        const amount = /^\s*\d+(\.\d+)?\s*$/.test(each.value) ? Number(each.value) : Number.NaN;
        if (amount > 0)
            return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', `${object} limits the cost of a task by ${name}`, { object });
        const why = amount === 0 ? 'sets it to 0, which is no limit' : 'sets it to a value that is not an amount';
        return failed(`a task may cost any amount: ${object} ${why} (${name})`, remedy, object);
    });
}
function connections({ settings, pools, limit, unasked }) {
    const { reserved = 0 } = settings.connections ?? {};
    const open = pools.find(each => each.unknown !== undefined);
    if (open !== undefined)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`the connections of ${open.workload} are unknown: ${open.unknown}`, open.workload);
    if (typeof limit !== 'number')
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`max_connections of the database is unknown: ${limit}`);
    const sum = pools.reduce((total, each) => total + (each.connections ?? 0), 0);
    const said = `${(0,_connections_js__WEBPACK_IMPORTED_MODULE_1__/* .arithmeticOf */ .S)(pools)}; together ${sum}`;
    const room = `${limit} − ${reserved} = ${limit - reserved}`;
    if (sum <= limit - reserved && unasked !== undefined)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('unknown', `the pools fit \`cost.connections.max\`, but the database was not asked for its limit: ${unasked}`, { remedy: 'let Prometheus scrape a postgres_exporter of the database', level: 'info' });
    return sum > limit - reserved
        ? failed(`the pools may open more connections than the database accepts (pods × processes × pool): ${said}, above ${room}`, 'use smaller pools, fewer pods or fewer processes, raise max_connections, or use a pooler such as PgBouncer')
        : (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', `the pools fit the database (pods × processes × pool): ${said}, within ${room}`);
}
function autoscaling(each) {
    const { workload: object } = each;
    if ('why' in each)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`what an autoscaler saves for ${object} is unknown: ${each.why}`, object);
    const { saving, fixed, podHours, hours, declared, scaling, by } = each;
    const hpa = `${declared ? 'its autoscaler' : 'an autoscaler'} (${scaling.min} to ${scaling.max} pods, ${by})`;
    const said = `${object}: ${hpa} would have run ${podHours.toFixed(1)} pod-hours in the ${hours.toFixed(1)} recorded hours, ${fixed} fixed pods ${(fixed * hours).toFixed(1)}: ${savingText(saving)} (expected: ${expectedSavings.autoscaling} less)`;
    if (declared && saving > 0)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', said, { object });
    if (declared && each.peak <= scaling.min)
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .notApplicable */ .hH)(`${object}: the recorded load never needed more than its minimum of ${scaling.min} pods`);
    if (declared)
        return missed(said, 'lower its minReplicas, or its requests', object);
    return saving > 0
        ? { ...missed(said, 'add a HorizontalPodAutoscaler', object), level: 'info' }
        : (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .notApplicable */ .hH)(said);
}
function backups({ repository: object, backups: count, original, stored }) {
    if (!(original > 0))
        return (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(`the backups in ${object} read no data`, object);
    const less = 1 - stored / original;
    const said = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(count, 'backup')} in ${object} read ${size(original)} and stored ${size(stored)}: ${savingText(less)} (expected: ${expectedSavings.backups} less)`;
    return less > 0
        ? (0,_assess_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)('met', said, { object })
        : missed(said, 'turn compression on, and check whether the data can be compressed', object);
}
const savingText = (less) => `${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(Math.abs(less))} ${less < 0 ? 'more' : 'less'}`;
const size = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;


/***/ }),

/***/ 86758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ times),
/* harmony export */   X9: () => (/* binding */ hoursOfMonth),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26724);

const hoursOfMonth = 730;
function costOf(demand, usage, rates, period) {
    const pods = podsOf(demand, usage, period);
    const requested = { cores: times(demand.cores, pods), gib: times(demand.gib, pods) };
    const used = { cores: (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .p95 */ .f3)(usage.cores), gib: (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .p95 */ .f3)(usage.gib) };
    const storage = sum(times(demand.storage?.each, pods), demand.storage?.shared);
    const priced = (cores, gib) => times(sum(times(cores, rates.core), times(gib, rates.gib)), hoursOfMonth);
    const compute = priced(requested.cores, requested.gib);
    const volume = rates.storage === undefined ? 0 : times(storage, rates.storage);
    const without = [
        ...(demand.cores === undefined ? ['a container requests no CPU'] : []),
        ...(demand.gib === undefined ? ['a container requests no memory'] : []),
    ];
    const unsized = rates.storage !== undefined && demand.storage === undefined;
    const size = unsized ? ['the size of a volume is not in the manifests'] : [];
    return {
        workload: demand.title,
        pods,
        requested,
        used,
        storage,
        compute,
        monthly: sum(compute, volume),
        idle: priced(beyond(requested.cores, used.cores), beyond(requested.gib, used.gib)),
        unknown: [
            ...(pods === undefined ? ['Prometheus has not counted its pods'] : []),
            ...without,
            ...(rates.core === undefined ? ['the price of a core-hour is not known'] : []),
            ...(rates.gib === undefined ? ['the price of a GiB-hour is not known'] : []),
            ...size,
            ...Object.entries({ CPU: usage.cores, memory: usage.gib }).flatMap(([of, { length }]) => length < _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .minSamples */ .ks
                ? [`Prometheus has ${length} values of its ${of}, and at least ${_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .minSamples */ .ks} are needed`]
                : []),
        ],
        lacks: [...without, ...size],
    };
}
const known = (calculate) => (...amounts) => {
    const all = amounts.filter(each => each !== undefined);
    return all.length < amounts.length ? undefined : all.reduce(calculate);
};
const sum = known((one, other) => one + other);
const times = known((one, other) => one * other);
const beyond = known((requested, used) => Math.max(0, requested - used));
function podsOf({ fixed, least, object }, { pods }, { from, to, step }) {
    if (fixed !== undefined)
        return fixed;
    const mean = (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .meanOf */ .hm)(pods);
    const mayBeNone = object.kind === 'CronJob' || object.kind === 'Job' || least === 0;
    return mayBeNone && mean !== undefined
        ? (mean * pods.length) / Math.max(pods.length, Math.floor((to - from) / step))
        : mean;
}
function totalOf(costs) {
    const measured = costs.filter(({ idle }) => idle !== undefined);
    const compute = measured.reduce((sum, each) => sum + (each.compute ?? 0), 0);
    const idle = measured.reduce((sum, each) => sum + (each.idle ?? 0), 0);
    return {
        monthly: costs.length === 0 ? undefined : sum(...costs.map(({ monthly }) => monthly)),
        known: costs.reduce((total, { monthly = 0 }) => total + monthly, 0),
        idleShare: compute > 0 ? idle / compute : undefined,
    };
}


/***/ }),

/***/ 30422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ variablesIn),
/* harmony export */   R: () => (/* binding */ settingsIn)
/* harmony export */ });
/* harmony import */ var _assess_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66724);
/* harmony import */ var _assess_templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11111);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



function variablesIn({ spec, title: of }, name, manifests) {
    const inMap = (map, key) => {
        const found = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .ofKind */ .CZ)(manifests, 'ConfigMap').find(each => each.name === map);
        const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(found?.object.data)[key];
        return value === undefined ? [] : [{ value, of }];
    };
    return (0,_assess_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .allContainers */ .Yr)(spec).flatMap(({ container }) => {
        const own = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(container.env).findLast(each => each.name === name);
        if (own?.value !== undefined)
            return [{ value: String(own.value), of }];
        if (own !== undefined) {
            const [source] = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)([own.valueFrom]);
            const { name: map, key = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(source?.configMapKeyRef);
            const found = inMap(map, key);
            return found.length > 0 ? found : [{ hidden: `the value of ${name} is not in the manifests`, of }];
        }
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(container.envFrom).flatMap(({ configMapRef, prefix = '' }) => name.startsWith(String(prefix))
            ? inMap((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(configMapRef).name, name.slice(String(prefix).length))
            : []);
    });
}
function settingsIn(workloads, name, manifests) {
    const escaped = name.replaceAll('.', '\\.');
    const line = new RegExp(`^[ \\t]*"?${escaped}"?[ \\t]*[:=][ \\t]*["']?([^"'#,\\s]*)`, 'gm');
    const inMaps = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .ofKind */ .CZ)(manifests, 'ConfigMap').flatMap(({ object, name: map }) => {
        const of = `ConfigMap/${map}`;
        return Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(object.data)).flatMap(([key, text]) => key === name
            ? [{ value: text, of }]
            : [...text.matchAll(line)].map(([, value = '']) => ({ value, of: `${of} (${key})` })));
    });
    return [...workloads.flatMap(each => variablesIn(each, name, manifests)), ...inMaps];
}


/***/ }),

/***/ 26724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f3: () => (/* binding */ p95),
/* harmony export */   gB: () => (/* binding */ usageQueries),
/* harmony export */   hm: () => (/* binding */ meanOf),
/* harmony export */   iW: () => (/* binding */ during),
/* harmony export */   jH: () => (/* binding */ periodOf),
/* harmony export */   k9: () => (/* binding */ readUsage),
/* harmony export */   ks: () => (/* binding */ minSamples),
/* harmony export */   ly: () => (/* binding */ emptyUsage)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _monitoring_owned_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97457);
/* harmony import */ var _monitoring_readings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63231);
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35831);




const emptyUsage = { cores: [], gib: [], pods: [], requests: [] };
const minSamples = 20;
const periodOf = (to, window) => ({
    from: to - window,
    to,
    step: Math.max(300_000, Math.ceil(window / 2000 / 60_000) * 60_000),
});
function usageQueries({ object, manifest }, namespace, period) {
    const pod = _monitoring_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .podNames */ .Y[object.kind](manifest.name);
    const matchers = [
        { label: 'namespace', operator: '=', value: object.metadata?.namespace ?? namespace },
        { label: 'pod', operator: '=~', value: pod },
        { label: 'container', operator: '!~', value: '|POD' },
    ];
    const memory = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('container_memory_working_set_bytes', matchers);
    const processor = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('container_cpu_usage_seconds_total', matchers);
    return {
        cores: over(`sum(rate(${processor}[${period.step}ms]))`, period),
        gib: over(`sum(${memory}) / 2^30`, period),
        pods: over(`count(count by (pod) (${memory}))`, period),
    };
}
const over = (expression, { from, to, step }) => `(${expression})[${to - from}ms:${step}ms]`;
async function readUsage(source, demands, { namespace, workload, requests }, period) {
    const { query, failures } = (0,_monitoring_readings_js__WEBPACK_IMPORTED_MODULE_2__/* .asking */ .os)(source);
    const samples = async (promql) => (await query(promql, period.to))[0]?.samples ?? [];
    const usage = new Map();
    for (const each of demands) {
        const asked = usageQueries(each, namespace, period);
        const rate = each.title === workload ? requests : undefined;
        const [cores = [], gib = [], pods = []] = await Promise.all([asked.cores, asked.gib, asked.pods].map(samples));
        const served = rate === undefined ? [] : await samples(over(rate, period));
        usage.set(each.title, { cores, gib, pods, requests: served });
    }
    return { usage, failures: [...failures] };
}
function during({ cores, gib, pods }, from, to) {
    const part = (samples) => samples.filter(([at]) => at > from && at <= to);
    return { cores: part(cores), gib: part(gib), pods: part(pods), requests: [] };
}
function p95(samples) {
    const values = samples.map(([, value]) => value);
    return values.length < minSamples ? undefined : (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_3__/* .quantile */ .Y)(values, 0.95);
}
const meanOf = (samples) => samples.length === 0 ? undefined : samples.reduce((sum, [, value]) => sum + value, 0) / samples.length;


/***/ }),

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* unused harmony export worstLoss */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const { domain, rto, rpo } = target;
        const [best] = schedule.mechanisms
            .flatMap((by) => {
            const worst = worstLoss(by, domain, schedule);
            return worst === undefined ? [] : [{ name: nameOf(by), worst }];
        })
            .sort((a, b) => a.worst - b.worst);
        if (best === undefined || best.worst > rpo)
            return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
        const { name, worst } = best;
        const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} of writes are`} lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed); only a drill shows whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)}`;
        return { kind: 'covered', target, ...best, sentence };
    });
}
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function gapOf(target, best, { repositories }) {
    const { domain, rpo } = target;
    const gap = (problem, help) => ({
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    });
    if (best !== undefined)
        return gap(`the best mechanism is ${best.name}, with which up to ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} of writes may be lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`, lossHelp(target));
    const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    if (domain === 'total' && doubted?.doubt !== undefined)
        return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
    return gap('no declared mechanism survives it', lossHelp(target));
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica ${elsewhere(domain)}`;
    return `add a replica ${elsewhere(domain)} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function worstLoss(mechanism, domain, schedule) {
    return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}
function recoversFrom(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
        return domain !== 'total' && reaches(mechanism.survives, domain);
    const { repository: name } = mechanism;
    const repository = schedule.repositories.find(each => each.name === name);
    if (repository === undefined)
        throw new RangeError(`no repository ${name} is declared`);
    const { survives, keeping, doubt } = repository;
    if (!reaches(survives, domain === 'total' ? 'region' : domain))
        return false;
    if (domain === 'total' && (doubt !== undefined || keeping === 'plain'))
        return false;
    return (mechanism.kind === 'dump' ||
        schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name));
}
const reaches = (survives, domain) => domains.indexOf(survives) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
const elsewhere = (what) => `${what === 'node' ? 'on' : 'in'} another ${what}`;
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica ${elsewhere(mechanism.survives)}`;
        case 'asynchronous-replica':
            return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  q: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const step = (phase, action, instruction) => ({
    phase,
    action,
    instruction,
});
const restoreDatabase = (from, to) => step('restore', 'restore-database', `Restore the database from ${from} to ${to}, and check that recovery ended there.`);
const newest = 'the end of the archived WAL';
const secrets = step('restore', 'restore-secrets', 'Decrypt the Secrets of the backup set with the offline key, and use no others.');
const provision = step('provision', 'provision', 'Create an empty namespace without egress, and prove that production cannot be reached from it.');
const objects = step('start', 'apply-objects', 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.');
const start = step('start', 'start', 'Start the application on the restored data, and wait until its pods are ready.');
const files = step('restore', 'restore-files', 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.');
const verify = step('verify', 'verify', 'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.');
const cutover = step('cutover', 'cut-over', 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.');
const failover = step('detect', 'wait-for-failover', 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-application.js

const replaced = step('start', 'wait-for-pods', 'Wait: the controller starts new pods. If they do not become ready, read their events.');
const answered = step('verify', 'check-requests', 'Check that requests succeed.');
const ofApplication = {
    'container-kill': {
        title: 'A container of the application is killed',
        question: 'Is it restarted once, and is it ready again?',
        target: 'node',
        breaks: { kind: 'application', what: 'container' },
        steps: [
            step('start', 'wait-for-pods', 'Wait: the kubelet restarts it. If it crashes repeatedly, roll back the release.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'pod-loss': {
        title: 'A pod of the application is lost',
        question: 'Do the other pods serve every request until a new one is ready?',
        target: 'node',
        breaks: { kind: 'application', what: 'pod' },
        steps: [replaced, answered],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'zone-drain': {
        title: 'The pods of the application are evicted from a zone',
        question: 'Do the pods of other zones serve every request?',
        target: 'zone',
        breaks: { kind: 'application', what: 'zone' },
        steps: [replaced, answered],
        without: ['the nodes of that zone'],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    autoscaling: {
        title: 'The load rises',
        question: 'Does the autoscaler add pods under load, and remove them afterwards?',
        target: undefined,
        breaks: { kind: 'nothing' },
        steps: [
            step('detect', 'scale-up', 'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.'),
            step('verify', 'scale-down', 'When the load falls, check that the autoscaler removes pods.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    'bad-release': {
        title: 'A bad version of the application is released',
        question: 'Is it caught and rolled back without a failed request?',
        target: 'node',
        breaks: { kind: 'application', what: 'release' },
        steps: [
            step('detect', 'wait-for-rollback', 'Wait: the run rolls the release back. If the run has ended and the bad version is live, roll it back yourself.'),
            answered,
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js


const catalog = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup restore everything that its manifest lists?',
        target: 'region',
        breaks: { kind: 'nothing' },
        steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod of the primary database is lost',
        question: 'Does another pod take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'pod' },
        steps: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    node: {
        title: 'The node of the primary database is lost',
        question: 'Does another node take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'command', what: 'node' },
        steps: [failover, verify],
        without: ['backups', 'the disk of that node'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    zone: {
        title: 'A zone is lost, with its disks',
        question: 'Do the other zones keep working, and does the lost zone recover?',
        target: 'zone',
        breaks: { kind: 'command', what: 'zone' },
        steps: [failover, verify],
        without: ['nodes, disks and repositories of that zone'],
        required: 'L5',
        where: 'live',
        every: 7,
    },
    region: {
        title: 'The region is lost',
        question: 'Can everything be restored elsewhere, from backups in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutover,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is lost except the archive and the offline key',
        question: 'Can everything be restored from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            step('restore', 'restore-secrets', 'Decrypt the Secrets of the archive with the offline key, and use no others.'),
            step('restore', 'load-images', 'Load the images from the archive, by digest.'),
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'source code repositories',
            'DNS',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows were deleted by mistake',
        question: 'Is everything from just before the mistake restored, and nothing from after it?',
        target: 'region',
        breaks: { kind: 'rows' },
        steps: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which contain the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup is silently corrupted',
        question: 'Is a damaged repository detected before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        steps: [
            step('detect', 'notice', 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.'),
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The Secrets are lost',
        question: 'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
        target: 'region',
        breaks: { kind: 'secrets' },
        steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'off-site-down': {
        title: 'The off-site repository is unreachable',
        question: 'Is it detected in time, does the on-site repository keep working, and is no WAL lost until the off-site one is back?',
        target: undefined,
        breaks: { kind: 'off-site-repository' },
        steps: [
            step('detect', 'notice', 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.'),
            step('replay', 'catch-up', 'When it is back, check that it contains every segment since the failure.'),
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
    ...ofApplication,
};
const scenarioIds = Object.keys(catalog);
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73339);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79395);
/* harmony import */ var _workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(620);










function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .eligibleNodes */ .VS)(nodes, next).length : (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(used) + need <= (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} allows ${name} up to ${hard} (${used} in use), but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .hasLabels */ .cP)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


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

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
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
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ }),

/***/ 91381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    requireOwnNames(manifests, environment);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'add it to the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function requireOwnNames(manifests, { strategy, workload, service }) {
    if (strategy.kind === 'rolling')
        return;
    const temporary = [
        `Deployment/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(workload.name)}`,
        ...(service === undefined ? [] : [`Service/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(service)}`]),
    ];
    for (const { object, name, source } of manifests)
        if (temporary.includes(`${object.kind}/${name}`))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source}: ${object.kind}/${name} has the name of an object that a ${strategy.kind} release creates and deletes`, 'rename it');
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours);
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind } = environment.workload;
    const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object));
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 79395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   W2: () => (/* binding */ containerNeed),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   qO: () => (/* binding */ podNeed)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75181);

function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
const podNeeds = (spec) => ({
    cpu: podNeed(spec, 'requests', 'cpu'),
    memory: podNeed(spec, 'requests', 'memory'),
});
function podNeed(spec, side, resource) {
    const whole = spec?.resources?.[side]?.[resource];
    if (whole != null)
        return quantity(String(whole));
    const need = (container) => containerNeed(container, side, resource) ?? 0;
    let sidecars = 0;
    let starting = 0;
    for (const container of spec?.initContainers ?? []) {
        starting = Math.max(starting, sidecars + need(container));
        if (container.restartPolicy === 'Always')
            sidecars += need(container);
    }
    const running = (spec?.containers ?? []).reduce((total, container) => total + need(container), sidecars);
    const sum = Math.max(starting, running);
    return sum === 0 ? (containerNeed(spec ?? {}, side, resource) ?? 0) : sum;
}
function containerNeed({ resources }, side, resource) {
    const { requests, limits } = resources ?? {};
    const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
    return text == null ? undefined : quantity(String(text));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hasLabels */ .cP)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
