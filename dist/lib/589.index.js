export const id = 589;
export const ids = [589];
export const modules = {

/***/ 80589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeApplication: () => (/* binding */ judgeApplication)
/* harmony export */ });
/* harmony import */ var _showing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69105);

const ofCloud = /(^|[./-])(amazonaws\.com|aws|azure(\.com)?|gke\.io|cloud\.google\.com|googleapis\.com|alibabacloud\.com|oraclecloud\.com|digitalocean\.com|linode\.com)([./-]|$)/;
const complete = {
    'a workload': ['Deployment', 'StatefulSet', 'DaemonSet'],
    'a Service': ['Service'],
    'an entrance': ['HTTPRoute', 'Ingress', 'IngressRoute', 'VirtualService', 'Gateway'],
    'a PodDisruptionBudget': ['PodDisruptionBudget'],
    'an autoscaler': ['HorizontalPodAutoscaler', 'ScaledObject'],
};
function judgeApplication(manifests, { nodes, served }, { version, newest }, { either, unknown }) {
    const bound = manifests.filter(({ object: { apiVersion = '', metadata } }) => ofCloud.test(apiVersion) ||
        Object.keys(metadata?.annotations ?? {}).some(key => ofCloud.test(key.split('/')[0] ?? '')));
    const kinds = new Set(manifests.map(({ object }) => object.kind));
    const lacking = Object.entries(complete).flatMap(([name, any]) => any.some(kind => kinds.has(kind)) ? [] : [name]);
    const cloud = (0,_showing_js__WEBPACK_IMPORTED_MODULE_0__/* .problemIn */ .D)(bound.map(({ object, name }) => `${object.kind}/${name} depends on one cloud`));
    return [
        ...(cloud === undefined && !served.known
            ? unknown('Z1', 'assess-neutral', served.why)
            : either('Z1', 'assess-neutral', `no API of one cloud is used by ${manifests.length} manifests`, cloud, 'keep what belongs to a cloud in an overlay or a chart of the platform')),
        ...(lacking.length === 0 && !served.known
            ? unknown('H9', 'assess-complete', served.why)
            : either('H9', 'assess-complete', 'workload, Service, entrance, budget and autoscaler are there', (0,_showing_js__WEBPACK_IMPORTED_MODULE_0__/* .problemIn */ .D)(lacking.map(name => `${name} is not in the manifests`)), 'add it; `slipway init` writes a first version')),
        ...nodeResults(),
        ...either('Z9', 'assess-version', `slipway.yml follows version ${newest} of the policy`, version === newest
            ? undefined
            : version === undefined
                ? 'slipway.yml names no version of the policy'
                : `slipway.yml follows version ${version} of the policy, and ${newest} is current`, `set \`policy-version: ${newest}\``),
    ];
    function nodeResults() {
        if (!nodes.known)
            return unknown('A4', 'assess-nodes', nodes.why);
        const down = nodes.value.filter(({ status }) => (status?.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is !== 'True'));
        return either('A4', 'assess-nodes', `${nodes.value.length} nodes are ready`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_0__/* .problemIn */ .D)(down.map(({ metadata }) => `the node ${metadata?.name} is not ready`)), 'find out with kubectl describe');
    }
}


/***/ })

};
