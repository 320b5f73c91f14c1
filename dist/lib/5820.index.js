export const id = 5820;
export const ids = [5820];
export const modules = {

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


/***/ })

};
