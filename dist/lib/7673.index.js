export const id = 7673;
export const ids = [7673];
export const modules = {

/***/ 57240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ met),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   hH: () => (/* binding */ notApplicable),
/* harmony export */   mX: () => (/* binding */ liveShortfall)
/* harmony export */ });
const ruleOf = (rule, id, judge) => ({
    ...{ rule, id, judge },
});
const unknown = (why, object) => ({
    status: 'unknown',
    what: why,
    ...(object === undefined ? {} : { object }),
});
const notApplicable = (why) => ({ status: 'not-applicable', what: why });
const met = (what, of, from, object) => ({
    status: 'met',
    what,
    evidence: from.map(({ asked, at }) => ({ asked, of, at })),
    ...(object === undefined ? {} : { object }),
});
const shortfall = (what, remedy, manifest, path = []) => ({ status: 'not-met', what, remedy, at: { manifest, path } });
const liveShortfall = (what, remedy, of, { asked, at }) => ({ status: 'not-met', what, remedy, object: of, evidence: [{ asked, of, at }] });


/***/ }),

/***/ 66724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   Ex: () => (/* binding */ isTarget),
/* harmony export */   TH: () => (/* binding */ serviceSelector),
/* harmony export */   fX: () => (/* binding */ assessSubject),
/* harmony export */   i1: () => (/* binding */ mayCreate),
/* harmony export */   yf: () => (/* binding */ nameOfManifest)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75181);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function assessSubject({ workload, service, ...facts }) {
    const { manifests, namespace, live } = facts;
    const services = ofKind(manifests, 'Service').filter(each => !isForMetrics(each));
    const workloads = manifests.flatMap((manifest) => {
        const object = manifest.object;
        const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
        const [template] = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__.podTemplatesOf)(manifest.object);
        if (!((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__.isReleased)(kind) || Object.hasOwn(ending, kind)) || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(template?.spec))
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
                ...{ manifest, title, object, labels, autoscaler, serves, spec: specOf(template.spec) },
                scales: serves && !/^(DaemonSet|Pod)$/.test(kind) && (chosen || !keepsData(kind, template.spec)),
                path: [...(ending[kind] ?? ['spec', 'template']), 'spec'],
                least: leastOf(autoscaler?.object) ?? countIn(object.spec?.replicas) ?? 1,
                pods: podsOf(live.pods, namespace, manifest),
            },
        ];
    });
    return { ...facts, workloads };
}
const ending = {
    ...{ CronJob: ['spec', 'jobTemplate', 'spec', 'template'], Job: ['spec', 'template'], Pod: [] },
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
const stores = /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul)(-[a-z]+)?([:@]|$)/;
function keepsData(kind, spec) {
    return (kind === 'StatefulSet' ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
        (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec.containers).some(({ image }) => stores.test(String(image))));
}
const serviceSelector = ({ object }) => object.spec?.selector;
function isForMetrics({ object: { spec } }) {
    const ports = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(spec?.ports);
    return ports.length > 0 && ports.every(({ name }) => /(^|-)metrics(-|$)/.test(String(name)));
}
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
/* harmony export */   C5: () => (/* binding */ scales),
/* harmony export */   Di: () => (/* binding */ overPods),
/* harmony export */   Fp: () => (/* binding */ lackIf),
/* harmony export */   KJ: () => (/* binding */ podRule),
/* harmony export */   Rp: () => (/* binding */ withoutInjected),
/* harmony export */   UA: () => (/* binding */ lasts),
/* harmony export */   Yr: () => (/* binding */ allContainers),
/* harmony export */   bq: () => (/* binding */ everyContainer),
/* harmony export */   qs: () => (/* binding */ lack),
/* harmony export */   vM: () => (/* binding */ servingContainers),
/* harmony export */   xu: () => (/* binding */ serves)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57240);


const overPods = ({ about, none, good, lacks }) => subject => {
    const chosen = subject.workloads.filter(about);
    if (chosen.length === 0)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .notApplicable */ .hH)(none)];
    return chosen.flatMap(workload => judgeOne(workload, good, spec => lacks(spec, workload, subject)));
};
const podRule = (rule, id, check) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleOf */ .Y)(rule, id, overPods(check));
const lack = (what, remedy, path = [], level) => ({
    ...{ what, remedy, path },
    ...(level === undefined ? {} : { level }),
});
const lackIf = (wrong, ...found) => wrong ? [lack(...found)] : [];
function judgeOne({ title, manifest, path, spec, pods }, good, lacks) {
    const found = lacks(spec);
    if (found.length > 0)
        return found.map(lack => ({
            ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .shortfall */ .SE)(`${title} ${lack.what}`, lack.remedy, manifest, [...path, ...lack.path]),
            ...(lack.level === undefined ? {} : { level: lack.level }),
        }));
    if (!pods.known)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(pods.why, title)];
    if (pods.value.length === 0)
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(`no pod of ${title} runs, so none could be looked at`, title)];
    for (const pod of pods.value) {
        const [lack] = lacks(withoutInjected(pod.spec ?? { containers: [] }, spec));
        if (lack !== undefined)
            return [
                (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .liveShortfall */ .mX)(`a running pod of ${title} differs from its manifest: it ${lack.what}`, 'release the manifests', title, pods),
            ];
    }
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .met */ .BG)(`the pods of ${title} ${good}`, (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(pods.value.length, 'pod'), [pods], title)];
}
function withoutInjected(running, written) {
    const names = new Set(allContainers(written).map(({ container }) => container.name));
    const own = (list = []) => list.filter(({ name }) => names.has(name));
    return { ...running, containers: own(running.containers), initContainers: own(running.initContainers) };
}
function servingContainers(spec) {
    const all = containersIn(spec, 'containers');
    const open = all.filter(({ container }) => (container.ports ?? []).length > 0);
    return open.length > 0 ? open : all.slice(0, 1);
}
const everyContainer = (spec) => allContainers(spec).filter(({ container, path }) => path[0] === 'containers' || container.restartPolicy === 'Always');
const allContainers = (spec) => [
    ...containersIn(spec, 'initContainers'),
    ...containersIn(spec, 'containers'),
];
const containersIn = (spec, list) => (spec[list] ?? []).map((container, index) => ({ container, path: [list, index] }));
const lasts = ({ object: { kind } }) => kind !== 'CronJob' && kind !== 'Job';
const serves = (workload) => workload.serves;
const scales = (workload) => workload.scales;


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45722);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);








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
function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.kindOf)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.replicasOf)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
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
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.titleOf)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + sum(part.spec, side, resource) * part.pods, 0);
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
        if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} limits ${name} to ${hard}, of which ${used} are in use, but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__.hasLabels)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
const podNeeds = (spec) => ({
    cpu: sum(spec, 'requests', 'cpu'),
    memory: sum(spec, 'requests', 'memory'),
});
function sum(spec, side, resource) {
    return (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__.containersOf)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
        const { requests, limits } = container.resources ?? {};
        const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
        return total + (text === undefined ? 0 : quantity(text));
    }, 0);
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
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
