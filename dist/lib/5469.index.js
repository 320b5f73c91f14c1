export const id = 5469;
export const ids = [5469];
export const modules = {

/***/ 55469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gapsOf),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68036);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);






function gapsOf(config, environment, manifests, live = [], autoscaled = false) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(manifests, environment);
    return [
        ...gapsOfVerify(environment),
        ...gapsOfProbes(workload),
        ...gapsOfWorkers((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersIn */ .r0)(manifests, environment), environment),
        ...gapsOfReplicas(workload, manifests, autoscaled),
        ...gapsOfImages(config, workload, manifests),
        ...gapsOfConfiguration(workload, manifests, new Set([...environment.live, ...live])),
        ...gapsOfJudging(environment),
    ];
}
function gapsOfJudging({ strategy, gate, workload }) {
    if (strategy.kind === 'rolling') {
        const watch = 'watch its errors and latency after a release';
        return [
            {
                gap: 'nothing compares the new version with the old one under load: a release that becomes ready and passes its checks stays',
                remedy: workload.kind === 'Deployment'
                    ? `use \`strategy: {canary: …}\` with a \`gate\`, or ${watch}`
                    : watch,
            },
        ];
    }
    if (strategy.kind === 'blue-green') {
        return [
            {
                gap: 'the versions never have traffic at the same time, so they cannot be compared: only hard facts and limits fail a blue-green release',
                remedy: 'use `strategy: {canary: …}` with a `gate` where a small error matters',
            },
        ];
    }
    if (gate === 'checks') {
        return [
            {
                gap: 'the candidate is judged by its own answers to `verify.checks` and by the state of its pods: errors and delays that only real requests get are not seen',
                remedy: 'add `prometheus` and `metrics` to `gate` once the application has metrics',
            },
        ];
    }
    const judging = gate?.metrics.filter(metric => !metric['dry-run']) ?? [];
    return judging.length > 0
        ? []
        : [
            {
                gap: 'every metric of the gate is a dry run, so its verdicts have no consequence',
                remedy: 'remove `dry-run` from at least one',
            },
        ];
}
function gapsOfVerify({ verify }) {
    if (verify === undefined) {
        return [{ gap: 'no request proves that it works: `verify` is not set', remedy: 'add `verify.checks`' }];
    }
    const weak = verify.checks.filter(({ type, json, body, headers }) => type === undefined && json === undefined && body === undefined && headers === undefined);
    return weak.map(({ get }) => ({
        gap: `the check of ${get} looks only at the status: any page of any server would pass it`,
        remedy: 'add `type`, `body` or `json` to it',
    }));
}
function gapsOfProbes(workload) {
    return (workload.spec?.template?.spec?.containers ?? [])
        .filter(({ readinessProbe }) => readinessProbe === undefined)
        .map(({ name }) => ({
        gap: `container ${name} has no readinessProbe: it counts as ready as soon as its process runs, and gets requests at once`,
        remedy: 'add a readinessProbe',
    }));
}
function gapsOfWorkers(workers, { strategy }) {
    const when = strategy.kind === 'rolling' ? 'once the workload is ready' : 'after the verdict';
    return workers.flatMap(worker => {
        const { spec } = worker;
        const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(worker));
        if (worker.kind === 'CronJob') {
            return [
                {
                    gap: `${name} is updated ${when}, but not watched: only its next run shows whether it works`,
                    remedy: 'watch its next run after a release',
                },
            ];
        }
        const unwatched = (spec?.template?.spec?.containers ?? []).some(({ readinessProbe }) => readinessProbe === undefined);
        return [
            {
                gap: `${name} is updated ${when}, but not compared: a worker stays once it has been ready for ten seconds`,
                remedy: 'watch its errors and the length of its queue after a release',
            },
            ...(unwatched && (spec?.minReadySeconds ?? 0) === 0
                ? [
                    {
                        gap: `${name} has a container without a readinessProbe: a failure after more than ten seconds is not noticed`,
                        remedy: 'add a readinessProbe, or set `minReadySeconds`',
                    },
                ]
                : []),
        ];
    });
}
function gapsOfReplicas(workload, manifests, autoscaled) {
    if (workload.kind === 'DaemonSet')
        return [];
    const { replicas = 1, strategy } = workload.spec ?? {};
    const gaps = [];
    if (!autoscaled && replicas < 2) {
        gaps.push({
            gap: `${replicas === 1 ? 'a single replica' : 'no replica'}: the loss of one pod or node is an outage`,
            remedy: 'set `replicas` to 2 or more',
        });
    }
    if (strategy?.type === 'Recreate') {
        gaps.push({
            gap: 'the strategy Recreate stops every old pod before a new one starts: an outage in each release and each rollback',
            remedy: 'use RollingUpdate if two versions may run side by side',
        });
    }
    if (!manifests.some(({ object }) => protects(object, workload))) {
        gaps.push({
            gap: 'no PodDisruptionBudget in the manifests selects its pods: draining nodes may take all of them at once',
            remedy: 'add one',
        });
    }
    return gaps;
}
function protects(object, workload) {
    if (object.kind !== 'PodDisruptionBudget')
        return false;
    const { selector } = (object.spec ?? {});
    const labels = workload.spec?.template?.metadata?.labels ?? {};
    return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}
function gapsOfImages(config, workload, manifests) {
    const pinned = new Set(Object.values(config.images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const ofWorkload = new Set((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(workload.spec?.template?.spec));
    const all = manifests.flatMap(({ object, name }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object).flatMap(({ spec }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).map(container => ({ container, owner: `${object.kind}/${name}` }))));
    return all
        .filter(({ container: { image = '' } }) => image !== '' && !image.includes('@') && !pinned.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(image))))
        .map(({ container, owner }) => ({
        gap: `image ${container.image} of ${owner} is not in slipway.yml: its tag may point to another image tomorrow${ofWorkload.has(container) ? ', and a rollback restores the tag, not the content' : ''}`,
        remedy: 'pin it by its digest, or add it to `images`',
    }));
}
function gapsOfConfiguration(workload, manifests, live) {
    const shipped = new Set(manifests
        .filter(({ object }) => (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOfConfiguration */ .UP)(object) !== undefined)
        .map(({ object, name }) => `${object.kind}/${name}`)
        .filter(name => !live.has(name)));
    const { imagePullSecrets: _, ...spec } = workload.spec?.template?.spec ?? {};
    return [...(0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)([{ spec }])]
        .filter(name => !shipped.has(name))
        .map(name => ({
        gap: `${name} stays live: a rollback does not restore its old values`,
        remedy: live.has(name)
            ? 'make sure that both versions can read it, or remove it from `live`'
            : 'make sure that both versions can read it, or add it to the manifests',
    }));
}
function validate(config, written, manifests) {
    const images = Object.entries(config.images).map(([name, { repository }]) => [name, { repository, digest: `sha256:${'0'.repeat(64)}` }]);
    const repositories = images.map(([, { repository }]) => repository);
    const { environment } = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__.withUnlistedWorkers)(written, manifests, repositories);
    const undecided = (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .watchdogProblem */ .dW)(environment.strategy) ?? (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .waitingProblem */ .Vf)(environment.strategy);
    if (undecided !== undefined)
        throw undecided;
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareManifests */ ._5)(manifests, environment, Object.fromEntries(images));
    return gapsOf(config, environment, manifests);
}


/***/ }),

/***/ 75507:
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
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
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
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
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
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

/***/ 78765:
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);





function shipConfiguration(manifests, app, live, salt, hooks = []) {
    const named = referencesIn([...manifests.map(({ object }) => object), ...hooks].flatMap(object => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object)));
    const shipped = new Map();
    const rewritten = structuredClone(manifests).map(manifest => {
        const kind = kindOfConfiguration(manifest.object);
        const title = `${kind}/${manifest.name}`;
        if (kind === undefined || live.has(title) || !named.has(title))
            return manifest;
        const copy = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.shipped(app, manifest.name, hashOf(manifest.object, salt));
        shipped.set(`${kind}/${manifest.name}`, { kind, name: manifest.name, copy });
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


/***/ }),

/***/ 17121:
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
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90352);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
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
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))))) {
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
const takes = (selector, workload) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
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
