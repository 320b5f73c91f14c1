export const id = 371;
export const ids = [371];
export const modules = {

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.replicasOf)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.kindOf)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.refOf)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.titleOf)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.isReleased)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ })

};
