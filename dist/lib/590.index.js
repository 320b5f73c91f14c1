export const id = 590;
export const ids = [590];
export const modules = {

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promoteAction: () => (/* binding */ promoteAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80986);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98936);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46633);






const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(4991), __webpack_require__.e(2596), __webpack_require__.e(5277), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(9504), __webpack_require__.e(4602)]).then(__webpack_require__.bind(__webpack_require__, 74524));
const promoteAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'promote',
    description: 'Promote a candidate that passed the gate to the stable workload, watch it, and clean up.',
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ofRollout */ .lw,
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
        state: '`complete`, `rolled-back` (the baseline is live again), `paused` (approved, but still without a verdict), `needs-action` (a person must act), `failed` (the release is live, but its `post` hook failed), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        release: 'Number of the release.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
        reason: 'Why the release was not completed, in one sentence; otherwise empty.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        const approve = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('approve', inputs.approve);
        const named = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        (0,_gitops_js__WEBPACK_IMPORTED_MODULE_2__/* .requireApplied */ .PZ)(request.environment, request.environmentName, 'nothing is left to promote; see `slipway status`');
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { promote }) => {
            const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .aroundOf */ .dg(inputs.config, request.environment, host);
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_5__/* .silenced */ .I)(cluster, request, host, quiet => promote(cluster, { ...request, ...quiet, ...named, around, approve, signal }));
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeRollout */ .N)(host, request, inputs['deployments-token'], result);
            return result.state === 'complete';
        });
    },
});


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   bi: () => (/* binding */ promotionOf),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   rW: () => (/* binding */ withdrawalOutput),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55571);




async function promotionOf(inputs, { config, environment, registry, host, force, }) {
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await sealingOf(inputs, { config, environments: [environment], registry, host });
    return {
        requirePromotion: async (cluster, images) => {
            const [{ provePromotion }, { promotionSentence }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(1381), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308)),
                __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384)),
            ]);
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(message)}\n`);
    }
}
async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(8432), __webpack_require__.e(3081)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927)),
        ]);
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}


/***/ }),

/***/ 46633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ silenced),
/* harmony export */   K: () => (/* binding */ removeLeftSilences)
/* harmony export */ });
async function silenced(cluster, request, host, work) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return work({});
    const { silencerOf, silenceFor, api, place, longest } = asked;
    const silencer = silencerOf(api, place, message => host.annotate('warning', { title: 'silence', message }));
    const onRollout = ({ candidate, deadline }) => {
        const subject = { ...place, release: candidate, run: request.origin.run };
        silencer.open(silenceFor(subject, { now: cluster.now(), longest, deadline }));
    };
    return work({ onRollout }).finally(() => silencer.close());
}
async function removeLeftSilences(cluster, request, host, before) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return;
    const done = await asked.sweepSilences(asked.api, asked.place, before);
    if (!done.ok)
        host.annotate('warning', { title: 'silence', message: done.detail });
    else if (done.value !== undefined)
        host.report(done.value);
}
async function silencesOf(cluster, { config, environmentName, environment, env }) {
    const { silence: longest, alertmanager } = environment.monitoring ?? {};
    if (longest === undefined || alertmanager === undefined)
        return undefined;
    const [code, { alertmanagerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784)),
    ]);
    const place = { app: config.app, environment: environmentName };
    return { ...code, api: alertmanagerOf(alertmanager, cluster, env), place, longest };
}


/***/ })

};
