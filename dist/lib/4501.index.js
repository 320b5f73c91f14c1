export const id = 4501;
export const ids = [4501,2488];
export const modules = {

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

/***/ 62488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitoringManifests: () => (/* binding */ monitoringManifests)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58790);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53454);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93126);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);







function monitoringManifests(subject) {
    const { objects } = subject.settings;
    if (objects === 'none')
        return [];
    const rules = objects === 'operator' ? operatorObjects(subject) : [ruleConfigMap(subject)];
    return [...rules, ...dashboardConfigMaps(subject)];
}
function made({ app, settings }, [apiVersion, kind], suffix, content, marks = {}) {
    const name = `slipway-${app}-${suffix}`;
    const metadata = { name, labels: { ...settings.labels, [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, ...marks } };
    return { object: { apiVersion, kind, metadata, ...content }, name, source: '`monitoring` in slipway.yml' };
}
const configMap = ['v1', 'ConfigMap'];
const operator = 'monitoring.coreos.com/v1';
function operatorObjects(subject) {
    const { pods } = subject.settings.sources;
    const rules = made(subject, [operator, 'PrometheusRule'], 'rules', {
        spec: { groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) },
    });
    const exporters = (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.exporterNames)(subject).map(source => {
        const { job_name, kubernetes_sd_configs, relabel_configs } = (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .exporterJob */ .ln)(subject, source);
        const spec = {
            jobName: job_name,
            kubernetesSDConfigs: kubernetes_sd_configs.map(each => ({ ...each, role: 'EndpointSlice' })),
            relabelings: relabel_configs.map(asOperator),
        };
        return made(subject, [`${operator}alpha1`, 'ScrapeConfig'], source, { spec });
    });
    if (pods === undefined)
        return [rules, ...exporters];
    const endpoint = { ...pods, relabelings: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .podRelabeling */ .Zf)(subject, pods.port).map(asOperator) };
    const spec = { selector: {}, podMetricsEndpoints: [endpoint] };
    return [rules, made(subject, [operator, 'PodMonitor'], 'pods', { spec }), ...exporters];
}
const asOperator = (relabeling) => Object.fromEntries(Object.entries(relabeling).map(([key, value]) => [
    key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    value,
]));
function ruleConfigMap(subject) {
    const { app, environment } = subject;
    const text = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) }, { lineWidth: 0 });
    const data = { [`slipway-${app}-${environment}-${_bundle_js__WEBPACK_IMPORTED_MODULE_2__.bundleFiles.rules}`]: text };
    return made(subject, configMap, 'rules', { data }, { prometheus_rule: '1' });
}
const dashboardConfigMaps = (subject) => (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__/* .dashboardsOf */ .v)(subject).map(({ name, json }) => {
    const data = { [`slipway-${subject.app}-${subject.environment}-${name}.json`]: JSON.stringify(json) };
    return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
});


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   about: () => (/* binding */ about),
/* harmony export */   containersOf: () => (/* binding */ containersOf),
/* harmony export */   isOf: () => (/* binding */ isOf),
/* harmony export */   isReleased: () => (/* binding */ isReleased),
/* harmony export */   keyOf: () => (/* binding */ keyOf),
/* harmony export */   kindOf: () => (/* binding */ kindOf),
/* harmony export */   leasePath: () => (/* binding */ leasePath),
/* harmony export */   manifestOf: () => (/* binding */ manifestOf),
/* harmony export */   pathTo: () => (/* binding */ pathTo),
/* harmony export */   podTemplatesOf: () => (/* binding */ podTemplatesOf),
/* harmony export */   refOf: () => (/* binding */ refOf),
/* harmony export */   refOfKey: () => (/* binding */ refOfKey),
/* harmony export */   referencesOf: () => (/* binding */ referencesOf),
/* harmony export */   replicasOf: () => (/* binding */ replicasOf),
/* harmony export */   repositoryOf: () => (/* binding */ repositoryOf),
/* harmony export */   templateOf: () => (/* binding */ templateOf),
/* harmony export */   templatePointer: () => (/* binding */ templatePointer),
/* harmony export */   titleOf: () => (/* binding */ titleOf),
/* harmony export */   traitsOf: () => (/* binding */ traitsOf),
/* harmony export */   typeOf: () => (/* binding */ typeOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
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
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
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
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
