export const id = 7337;
export const ids = [7337];
export const modules = {

/***/ 5578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   badReleaseDrill: () => (/* binding */ badReleaseDrill)
/* harmony export */ });
/* harmony import */ var _recovery_drill_bad_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48500);
/* harmony import */ var _recovery_drill_bad_release_system_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71876);
/* harmony import */ var _recovery_drill_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69549);
/* harmony import */ var _drill_disruption_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66779);
/* harmony import */ var _drill_guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17956);
/* harmony import */ var _drill_live_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77643);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82057);







async function badReleaseDrill(cluster, order) {
    const { drills, environment, owner, origin, env, report, released } = order;
    (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .requireApplied */ .PZ)(environment, owner.environment, 'run the drill in an environment that `deploy` applies');
    const load = (0,_drill_disruption_js__WEBPACK_IMPORTED_MODULE_3__/* .loadOf */ .M)(order, 'bad-release');
    const { config } = released;
    const place = { environment, environmentName: owner.environment, origin, env, report, config };
    const bad = drills['bad-release']?.env;
    const system = (0,_recovery_drill_bad_release_system_js__WEBPACK_IMPORTED_MODULE_1__/* .badReleaseSystem */ .EX)(cluster, place, {
        ...(0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .drillerOf */ .i6)(order),
        bad,
        load,
        commands: (0,_recovery_drill_commands_js__WEBPACK_IMPORTED_MODULE_2__.drillCommandsOf)(drills),
        scratch: drills.scratch?.namespace,
    });
    const limits = (0,_drill_live_js__WEBPACK_IMPORTED_MODULE_5__/* .inLimits */ .m7)(cluster, order, system);
    const drill = { ...(0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .liveFacts */ .k4)(order, limits.signal), load, target: (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(order) };
    return (0,_drill_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .behindGuard */ .YU)(order, cluster, async () => {
        await (0,_recovery_drill_bad_release_system_js__WEBPACK_IMPORTED_MODULE_1__/* .badReleaseOf */ .q8)(cluster, place, bad);
        return (0,_recovery_drill_bad_release_js__WEBPACK_IMPORTED_MODULE_0__/* .drillBadRelease */ .UK)(drill, limits.system);
    });
}


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
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63114);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55571);






async function promotionOf(inputs, { environment, force, ...common }) {
    const { config, registry } = common;
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const proofSigning = await proofSigningOf(inputs, { ...common, environments: [environment] });
    return {
        requirePromotion: async (cluster, images) => {
            const { provePromotion } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308));
            const { promotionSentence } = await __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384));
            const written = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
            const there = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .configFor */ .m3)(written, (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(written, requires.environment));
            const origin = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .mapValues */ .LG)(there.images, ({ repository }) => repository);
            const asked = { config, environment, requires, images, origin, registry, proofSigning };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const proofSigning = verified && inputs && (await proofSigningOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, proofSigning }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(message)}\n`);
    }
}
async function proofSigningOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(1702)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { attachStatement, signedPredicates } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(5331), __webpack_require__.e(2662)]).then(__webpack_require__.bind(__webpack_require__, 9947));
        const { predicates } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927));
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
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


/***/ })

};
