export const id = 2681;
export const ids = [2681];
export const modules = {

/***/ 18746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctorCommand: () => (/* binding */ doctorCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(991);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);








const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5469), __webpack_require__.e(7644), __webpack_require__.e(4021)]).then(__webpack_require__.bind(__webpack_require__, 44021));
const doctorCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'doctor',
    description: 'Say what a first release still lacks, in order, each with its command. Changes nothing.',
    inputs: {
        environment: { description: 'Name of the environment in slipway.yml.', default: 'production' },
        account: { description: 'Name of the ServiceAccount that releases.', default: 'slipway' },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .kubeContext */ .ng,
    },
    outputs: {
        missing: 'JSON list of the steps that are missing.',
        ready: '`true` if nothing is missing and the cluster was looked at, otherwise `false`.',
    },
    told: true,
    refused: { missing: '[]', ready: 'false' },
    run: async (inputs, host) => {
        const [{ readRepository }, { diagnoseRepository }] = await Promise.all([
            __webpack_require__.e(/* import() */ 5231).then(__webpack_require__.bind(__webpack_require__, 5231)),
            Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5469), __webpack_require__.e(7644), __webpack_require__.e(8706)]).then(__webpack_require__.bind(__webpack_require__, 18706)),
        ]);
        const repository = await readRepository((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config));
        const { config: path, environment } = inputs;
        const { steps, found } = await diagnoseRepository(repository, path, environment, config => {
            (0,_gitops_js__WEBPACK_IMPORTED_MODULE_3__/* .requireApplied */ .PZ)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, environment), environment, 'run `slipway plan` instead');
            return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestsOf */ .oF)(path, config, environment, host.env);
        });
        const all = [...steps, ...(await stepsInCluster(inputs, found, host))];
        const missing = all.filter(({ state }) => state === 'missing');
        const ready = all.every(({ state }) => state === 'there');
        host.output('missing', JSON.stringify(missing.map(({ step }) => step)));
        host.output('ready', String(ready));
        const head = ready
            ? '✅ Ready for a release'
            : missing.length > 0
                ? '❌ Not ready for a release'
                : '⚠️ Some steps could not be checked';
        const rows = all.map(({ step, state, detail, command }) => [step, states[state], detail, command]);
        await host.summary(`### ${head}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['step', 'state', 'found', 'do this'], rows)}\n`);
        for (const { step, state, detail, command } of all) {
            host.report(`${states[state]} ${step}: ${detail}`);
            if (command !== '')
                host.report(`   ${command}`);
        }
        return missing.length === 0;
    },
});
const states = { there: '✅', missing: '❌', unknown: '❔' };
async function stepsInCluster(inputs, found, host) {
    const { attempt } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5469), __webpack_require__.e(7644), __webpack_require__.e(8706)]).then(__webpack_require__.bind(__webpack_require__, 18706));
    const { configOption } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8072)]).then(__webpack_require__.bind(__webpack_require__, 18072));
    const { withoutCluster } = await engine();
    if (found === undefined)
        return withoutCluster('slipway.yml and the manifests are not valid yet');
    const { environment, account, 'kube-context': context } = inputs;
    const file = (0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config), 'slipway-rbac.yaml'));
    const named = `--environment ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(environment)} --account ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(account)}`;
    const rbac = `rm -f ${file} && slipway rbac ${named} --file ${file}${configOption(inputs.config)} && kubectl apply --filename ${file}`;
    const steps = await attempt(() => (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)({ ...inputs, patient: false }, found.environment, host, engine, (cluster, { diagnoseCluster }) => diagnoseCluster(cluster, found, { account, context, rbac, env: host.env })));
    if (Array.isArray(steps))
        return steps;
    const { namespace } = found.environment;
    return withoutCluster(`no cluster could be looked at: ${steps.message}`, { namespace, rbac });
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

/***/ 77119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
const shellWord = (text) => /^[\w./:@%+=,][\w./:@%+=,-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;


/***/ })

};
