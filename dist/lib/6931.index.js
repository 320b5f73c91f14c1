export const id = 6931;
export const ids = [6931];
export const modules = {

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 36931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gapsOf),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68036);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);








function gapsOf(config, environment, manifests, live = [], autoscaled = false) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(manifests, environment);
    return [
        gapsOfVerify(environment),
        gapsOfProbes(workload),
        gapsOfWorkers((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersIn */ .r0)(manifests, environment), environment),
        gapsOfReplicas(workload, manifests, autoscaled),
        gapsOfImages(config, workload, manifests),
        gapsOfConfiguration(workload, manifests, new Set([...environment.unversioned, ...live])),
        gapOfJudging(environment) ?? [],
    ].flat();
}
function gapOfJudging({ strategy, gate, workload }) {
    if (strategy.kind === 'rolling') {
        const watch = 'watch its errors and latency after a release';
        return {
            gap: 'nothing compares the new version with the old one under load: a release that becomes ready and passes its checks stays',
            remedy: workload.kind === 'Deployment' ? `use \`strategy: {canary: …}\` with a \`gate\`, or ${watch}` : watch,
        };
    }
    if (strategy.kind === 'blue-green')
        return {
            gap: 'the versions never have traffic at the same time, so they cannot be compared: only hard facts and limits fail a blue-green release',
            remedy: 'use `strategy: {canary: …}` with a `gate` where a small error matters',
        };
    if (gate === 'checks')
        return {
            gap: 'the candidate is judged by its own answers to `verify.checks` and by the state of its pods: errors and delays that only real requests get are not seen',
            remedy: 'add `prometheus` and `metrics` to `gate` once the application has metrics',
        };
    if (gate?.metrics.some(metric => !metric['dry-run']))
        return undefined;
    return {
        gap: 'every metric of the gate is a dry run, so its verdicts have no consequence',
        remedy: 'remove `dry-run` from at least one',
    };
}
function gapsOfVerify({ verify }) {
    if (verify === undefined)
        return [{ gap: 'no request proves that it works: `verify` is not set', remedy: 'add `verify.checks`' }];
    const weak = verify.checks.filter(({ type, json, body, headers }) => type === undefined && json === undefined && body === undefined && headers === undefined);
    return weak.map(({ get }) => ({
        gap: `the check of ${get} looks only at the status: any page of any server would pass it`,
        remedy: 'add `type`, `body` or `json` to it',
    }));
}
const unprobed = ({ spec }) => (spec?.template?.spec?.containers ?? []).filter(({ readinessProbe }) => readinessProbe === undefined);
const gapsOfProbes = (workload) => unprobed(workload).map(({ name }) => ({
    gap: `container ${name} has no readinessProbe: it counts as ready as soon as its process runs, and gets requests at once`,
    remedy: 'add a readinessProbe',
}));
function gapsOfWorkers(workers, { strategy }) {
    const when = strategy.kind === 'rolling' ? 'once the workload is ready' : 'after the verdict';
    return workers.flatMap(worker => {
        const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(worker));
        if (worker.kind === 'CronJob')
            return {
                gap: `${name} is updated ${when}, but not watched: only its next run shows whether it works`,
                remedy: 'watch its next run after a release',
            };
        const brief = {
            gap: `${name} is updated ${when}, but not compared: a worker stays once it has been ready for ten seconds`,
            remedy: 'watch its errors and the length of its queue after a release',
        };
        if (unprobed(worker).length === 0 || (worker.spec?.minReadySeconds ?? 0) > 0)
            return brief;
        const blind = {
            gap: `${name} has a container without a readinessProbe: a failure after more than ten seconds is not detected`,
            remedy: 'add a readinessProbe, or set `minReadySeconds`',
        };
        return [brief, blind];
    });
}
function gapsOfReplicas(workload, manifests, autoscaled) {
    if (workload.kind === 'DaemonSet')
        return [];
    const { replicas = 1, strategy } = workload.spec ?? {};
    const gaps = [];
    if (!autoscaled && replicas < 2)
        gaps.push({
            gap: `${replicas === 1 ? 'a single replica' : 'no replica'}: the loss of one pod or node is an outage`,
            remedy: 'set `replicas` to 2 or more',
        });
    if (strategy?.type === 'Recreate')
        gaps.push({
            gap: 'the strategy Recreate stops every old pod before a new one starts: an outage in each release and each rollback',
            remedy: 'use RollingUpdate if two versions may run side by side',
        });
    if (!manifests.some(({ object }) => protects(object, workload)))
        gaps.push({
            gap: 'no PodDisruptionBudget in the manifests selects its pods: draining nodes may take all of them at once',
            remedy: 'add one',
        });
    return gaps;
}
function protects(object, workload) {
    if (object.kind !== 'PodDisruptionBudget')
        return false;
    const { selector } = (object.spec ?? {});
    const labels = workload.spec?.template?.metadata?.labels ?? {};
    return (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_6__/* .hasLabels */ .cP)(selector?.matchLabels, labels);
}
function gapsOfImages(config, workload, manifests) {
    const pinned = new Set(Object.values(config.images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const ofWorkload = new Set((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(workload.spec?.template?.spec));
    const all = manifests.flatMap(({ object, name }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object).flatMap(({ spec }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).map(container => ({ container, owner: `${object.kind}/${name}` }))));
    const isLoose = ({ image = '' }) => image !== '' && !image.includes('@') && !pinned.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(image)));
    return all
        .filter(({ container }) => isLoose(container))
        .map(({ container, owner }) => ({
        gap: `image ${container.image} of ${owner} is not in slipway.yml: its tag may point to another image tomorrow${ofWorkload.has(container) ? ', and a rollback restores the tag, not the content' : ''}`,
        remedy: 'pin it by its digest, or add it to `images`',
    }));
}
function gapsOfConfiguration(workload, manifests, live) {
    const configuration = manifests.filter(({ object }) => (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOfConfiguration */ .UP)(object) !== undefined);
    const shipped = new Set(configuration.map(({ object, name }) => `${object.kind}/${name}`)).difference(live);
    const { imagePullSecrets: _, ...spec } = workload.spec?.template?.spec ?? {};
    return [...(0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)([{ spec }])]
        .filter(name => !shipped.has(name))
        .map(name => ({
        gap: `${name} stays live: a rollback does not restore its old values`,
        remedy: `make sure that both versions can read it, or ${live.has(name) ? 'remove it from `unversioned`' : 'add it to the manifests'}`,
    }));
}
function validate(config, written, manifests) {
    const digest = `sha256:${'0'.repeat(64)}`;
    const images = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapValues */ .LG)(config.images, ({ repository }) => ({ repository, digest }));
    const repositories = Object.values(images).map(({ repository }) => repository);
    const { environment } = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__.withUnlistedWorkers)(written, manifests, repositories);
    const undecided = (0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .watchdogProblem */ .dW)(environment.strategy) ?? (0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .waitingProblem */ .Vf)(environment.strategy);
    if (undecided !== undefined)
        throw undecided;
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareManifests */ ._5)(manifests, environment, images);
    return gapsOf(config, environment, manifests);
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

/***/ 17103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   XD: () => (/* binding */ ownContainerIn),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);



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
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.application(app));
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
const ownContainerIn = (templates, ours) => templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repositoryOf(image))));
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 87755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readSalt),
/* harmony export */   Ld: () => (/* binding */ pointAtCopies),
/* harmony export */   UP: () => (/* binding */ kindOfConfiguration),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   xz: () => (/* binding */ shipConfiguration)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);





function shipConfiguration(manifests, app, live, salt, hooks = []) {
    const named = referencesIn([...manifests.map(({ object }) => object), ...hooks].flatMap(object => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object)));
    const shipped = new Map();
    const rewritten = structuredClone(manifests).map(manifest => {
        const kind = kindOfConfiguration(manifest.object);
        const title = `${kind}/${manifest.name}`;
        if (kind === undefined || live.has(title) || !named.has(title))
            return manifest;
        const copy = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.shipped(app, manifest.name, hashOf(manifest.object, salt));
        shipped.set(title, { kind, name: manifest.name, copy });
        const object = {
            ...manifest.object,
            immutable: true,
            metadata: {
                ...manifest.object.metadata,
                name: copy,
                labels: { ...manifest.object.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'shipped' },
            },
        };
        return { ...manifest, object, name: copy };
    });
    for (const manifest of rewritten) {
        for (const template of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(manifest.object))
            pointAtCopies(template, [...shipped.values()]);
    }
    return { manifests: rewritten, shipped: [...shipped.values()] };
}
function kindOfConfiguration({ kind, type = 'Opaque', }) {
    if (kind === 'ConfigMap')
        return kind;
    return kind === 'Secret' && type === 'Opaque' ? kind : undefined;
}
function hashOf(object, salt) {
    const { data, binaryData, stringData, type } = object;
    return (0,_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(salt, { data, binaryData, stringData, type });
}
function pointAtCopies(template, copies) {
    const shipped = new Map(copies.map(each => [`${each.kind}/${each.name}`, each.copy]));
    eachReference(template, (reference, rename) => {
        const copy = shipped.get(reference);
        if (copy !== undefined)
            rename(copy);
    });
}
function referencesIn(templates) {
    const found = new Set();
    for (const template of templates)
        eachReference(template, reference => found.add(reference));
    return found;
}
function eachReference({ spec }, visit) {
    const seen = (kind, holder, key) => {
        if (holder == null || typeof holder[key] !== 'string')
            return;
        visit(`${kind}/${holder[key]}`, name => {
            holder[key] = name;
        });
    };
    for (const { envFrom, env } of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec)) {
        for (const source of envFrom ?? []) {
            seen('ConfigMap', source.configMapRef, 'name');
            seen('Secret', source.secretRef, 'name');
        }
        for (const { valueFrom } of env ?? []) {
            seen('ConfigMap', valueFrom?.configMapKeyRef, 'name');
            seen('Secret', valueFrom?.secretKeyRef, 'name');
        }
    }
    for (const volume of spec?.volumes ?? []) {
        seen('ConfigMap', volume.configMap, 'name');
        seen('Secret', volume.secret, 'secretName');
        for (const source of volume.projected?.sources ?? []) {
            seen('ConfigMap', source.configMap, 'name');
            seen('Secret', source.secret, 'name');
        }
        const { cephfs, flexVolume, iscsi, rbd, scaleIO, storageos } = volume;
        for (const driver of [cephfs, flexVolume, iscsi, rbd, scaleIO, storageos])
            seen('Secret', driver?.secretRef, 'name');
        seen('Secret', volume.csi?.nodePublishSecretRef, 'name');
        seen('Secret', volume.azureFile, 'secretName');
    }
    for (const secret of spec?.imagePullSecrets ?? [])
        seen('Secret', secret, 'name');
}
async function readSalt(cluster, namespace, app) {
    const name = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.salt(app);
    const existing = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace, name));
    const stored = existing?.data?.salt;
    if (stored !== undefined)
        return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => { } };
    const value = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return {
        value,
        stored: false,
        keep: async () => {
            try {
                await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace), {
                    apiVersion: 'v1',
                    kind: 'Secret',
                    metadata: { name, namespace, labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'salt' } },
                    type: 'Opaque',
                    stringData: { salt: value },
                });
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        },
    };
}


/***/ })

};
