export const id = 2644;
export const ids = [2644];
export const modules = {

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectOf: () => (/* binding */ objectOf),
/* harmony export */   ofArgoCd: () => (/* binding */ ofArgoCd),
/* harmony export */   ofFlux: () => (/* binding */ ofFlux),
/* harmony export */   readController: () => (/* binding */ readController),
/* harmony export */   requireRunning: () => (/* binding */ requireRunning)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const custom = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const kinds = {
    application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
    kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
    helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};
function objectOf({ argocd, flux }) {
    if (argocd !== undefined)
        return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
    const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
    return kustomization === undefined
        ? { resource: kinds.helmrelease, namespace, name: helmrelease }
        : { resource: kinds.kustomization, namespace, name: kustomization };
}
async function readController(cluster, controller) {
    const { resource, namespace, name } = objectOf(controller);
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${resource.kind}/${name} does not exist in namespace ${namespace}`, 'correct `delivery.gitops.controller` in slipway.yml');
    return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}
async function requireRunning(cluster, controller) {
    const found = await readController(cluster, controller);
    if (found.stopped === undefined)
        return found;
    const { why, remedy } = found.stopped;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${found.name} would not roll the commit out: ${why}`, remedy);
}
function ofArgoCd(object) {
    const name = `Application/${object.metadata?.name} of Argo CD`;
    const { spec, status } = object;
    const policy = mapOf(mapOf(spec?.syncPolicy).automated);
    const isManual = !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
    const sync = mapOf(status?.sync);
    const health = mapOf(status?.health);
    const operation = mapOf(status?.operationState);
    const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
    const error = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
    const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
    const failed = isFailed
        ? `the sync failed: ${short(operation.message)}`
        : error === undefined
            ? undefined
            : `${said(error.type)}: ${short(error.message)}`;
    return {
        name,
        revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
        ...(isManual && {
            stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' },
        }),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ failed }),
        sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
    };
}
const revisionsIn = ({ revision, revisions }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([revision, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(revisions)]);
function ofFlux(object) {
    const { kind, metadata } = object;
    const { spec, status } = object;
    const conditions = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions);
    const find = (type) => conditions.find(each => each.type === type);
    const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
    const stalled = find('Stalled');
    const ready = find('Ready');
    const bad = [
        stalled?.status === 'True' ? stalled : undefined,
        ready?.status === 'False' ? ready : undefined,
    ].find(each => each !== undefined && !waits.has(String(each.reason)));
    const written = status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
        status?.lastAttemptedRevision;
    const revisions = kind === 'HelmRelease' ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
    const state = ready === undefined
        ? 'not reconciled yet'
        : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
    return {
        name: `${kind}/${metadata?.name} of Flux`,
        revisions,
        ...(spec?.suspend === true && {
            stopped: {
                why: 'it is suspended',
                remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
            },
        }),
        ...(bad && isCurrent && { failed: `${said(bad.reason)}: ${short(bad.message)}` }),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(value ?? 'no message').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};


/***/ })

};
