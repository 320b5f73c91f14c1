export const id = 9166;
export const ids = [9166];
export const modules = {

/***/ 9166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployAction: () => (/* binding */ deployAction)
/* harmony export */ });
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4469);
/* harmony import */ var _release_preflight_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3149);
/* harmony import */ var _release_workloads_containers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(868);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8412);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9800);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8936);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1648);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6115);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5571);











const engine = () => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6462), __webpack_require__.e(4406), __webpack_require__.e(1407), __webpack_require__.e(5152), __webpack_require__.e(1968), __webpack_require__.e(5277), __webpack_require__.e(7976), __webpack_require__.e(7147)]).then(__webpack_require__.bind(__webpack_require__, 7147));
const deployAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'deploy',
    description: 'Roll a release out on Kubernetes; one that does not come up is undone.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .environment */ .cA,
        images: {
            description: 'JSON map from the names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
            required: true,
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .context */ ._O,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .deploymentsToken */ .ic,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .force */ .s$,
        wait: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .wait */ .uk,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .toolMirrors */ .Rg,
    },
    outputs: {
        release: 'Number of the release.',
        baseline: 'Number of the release that served before; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is up, without traffic: `gate` goes on), `undone` (what served before serves again), `held` (it is not reversible and waits for somebody), `failed`, or `refused` (nothing was changed); empty when it crashed in the middle.',
        'undo-seconds': 'Seconds from the verdict until what served before was whole again; empty without an undo.',
        reason: 'Why it was refused or did not come up, in one sentence; empty when it did.',
        images: 'JSON map from image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`: why it ended as it did; empty when the gate goes on, and when nothing was applied.',
        signed: 'JSON map from image names to who signed them, in a few words; `{}` where slipway.yml demands no signature.',
        promotion: 'On what it rests that the images may come here, in one sentence; empty without `requires`, and when it was refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .requestOf */ .fo)(inputs, host);
        const { config, environment } = request;
        const selected = (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImagesInput */ .M)(inputs.images, config.images);
        const manifests = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestsOf */ .oF)(inputs.config, environment);
        const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .aroundOf */ .dg(inputs.config, environment, host);
        const forced = await _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .forced */ .KY(inputs.force);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_9__/* .registryClient */ .R)();
        const resolving = (0,_release_preflight_images_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
        const vouching = resolving.then(images => (0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .vouchedFor */ .sI)(inputs, { config, environment, images, registry, host }));
        vouching.catch(() => undefined);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { deploy }) => {
            const images = await resolving;
            const vouched = await vouching;
            const signed = (0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .vouchedSentences */ .dx)(vouched);
            for (const sentence of signed)
                host.report(sentence);
            const result = await deploy(cluster, {
                ...request,
                manifests,
                images,
                registry,
                ...(signed.length === 0 ? {} : { signatures: (0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .signaturesOf */ .Rr)(vouched) }),
                ...forced,
                around,
                signal: host.cancellation(),
            });
            const references = (0,_release_workloads_containers_js__WEBPACK_IMPORTED_MODULE_10__/* .referencesOf */ .CL)(images);
            host.output('release', String(result.release));
            host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
            host.output('state', result.state);
            host.output('undo-seconds', result.undoMs === undefined ? '' : (result.undoMs / 1000).toFixed(2));
            host.output('reason', result.reason ?? '');
            host.output('images', JSON.stringify(references));
            host.output('signed', (0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .signedOutput */ .SG)(vouched));
            host.output('promotion', result.promotion ?? '');
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .deploySummary */ .eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            host.output('record', result.decision === undefined ? '' : await (0,_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .publishDecision */ .M)(result.decision, host));
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .publishDeployment */ .j)(host, inputs['deployments-token'], {
                app: config.app,
                environment: inputs.environment,
                images: references,
                ...result,
            });
            host.report(`release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`);
            return result.state === 'complete' || result.state === 'prepared';
        });
    },
});


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 5571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   dx: () => (/* binding */ vouchedSentences),
/* harmony export */   sI: () => (/* binding */ vouchedFor),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(927);
/* harmony import */ var _toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6865);



async function vouchedFor(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 5139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return {};
    const [{ withCosign }, { vouchFor }] = await Promise.all([
        __webpack_require__.e(/* import() */ 8506).then(__webpack_require__.bind(__webpack_require__, 8506)),
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(6042), __webpack_require__.e(5304)]).then(__webpack_require__.bind(__webpack_require__, 5304)),
    ]);
    const { env, report } = host;
    const { signal } = new AbortController();
    const toolMirrors = (0,_toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMirrors */ .Cy)(inputs['tool-mirrors']);
    return withCosign({ toolMirrors, env, signal, report }, cosign => {
        const now = Date.now();
        return vouchFor(images, { ...trustOptions(inputs.config, config, trust), registry, cosign, env, now });
    });
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function vouchedSentences(vouched) {
    return Object.values(vouched).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_1__/* .nounOf */ .a2[kind]).join(', ')}`;
        return `${reference} is signed by ${by}${said}`;
    });
}
const signaturesOf = (vouched) => Object.fromEntries(Object.entries(vouched).map(([name, { by, attested }]) => [name, { by, attested: [...attested] }]));
const signedOutput = (vouched) => JSON.stringify(Object.fromEntries(Object.entries(vouched).map(([name, { by }]) => [name, by])));


/***/ }),

/***/ 5898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
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
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
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
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 4469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries(parseMap(text));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = text
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries(parseMap(text)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'give the digest, as `build` has it in its output `images`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'give a JSON map such as {"shop": "sha256:…"}, as `images` in the output of `status` has it';
    let value;
    try {
        value = JSON.parse(text || '{}') ?? {};
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not JSON', remedy, { cause: error });
    }
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not a JSON map', remedy);
    return new Map(Object.entries(value).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input gives no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function parseMap(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not JSON', form, { cause: error });
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value))
        return value;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not a JSON map', form);
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives "${name}" no whole digest, but ${value.slice(0, 80)}`, 'give sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(value);
    const { digest } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or give the digest alone');
}


/***/ }),

/***/ 3149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


async function resolveImages(registry, selected, declared) {
    const missing = declared.filter(name => selected[name] === undefined);
    if (missing.length > 0) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the \`images\` input lacks ${missing.join(', ')}`, 'give a digest for every image in slipway.yml: a release is the whole set');
    }
    const entries = Object.entries(selected).map(async ([name, image]) => {
        const text = 'digest' in image ? `${image.repository}@${image.digest}` : `${image.repository}:${image.tag}`;
        const found = await registry.resolve((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text));
        if (found === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`image ${name}: the registry has no ${text}`, 'push it first, or correct the `images` input');
        }
        return [name, { repository: image.repository, digest: found.digest, platforms: found.platforms }];
    });
    return Object.fromEntries(await Promise.all(entries));
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
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


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is up: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} is up beside what serves, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}. The gate goes on.`,
        undone: `Release ${result.release} did not come up and was **undone**${result.undoMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.undoMs)}`}. ${result.baseline === undefined
            ? 'Nothing serves: it was the first.'
            : `Release ${result.baseline} serves.`}`,
        held: `Release ${result.release} did not come up and is **not reversible, so it was left as it is**. Look at the workload now.`,
        failed: `Release ${result.release} is **neither known to be good nor undone**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing of it was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers: ${behind} ${result.state === 'complete' ? 'with it' : 'after the verdict'}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [image]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    const checks = result.checks.map(c => [
        `GET ${c.check.get}`,
        c.ok ? 'passed' : 'failed',
        String(c.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(c.ms),
        c.reason ?? '',
    ]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['zone', 'pods', 'ready', 'proved digest'], zones),
        `Requests went to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['worker', 'pods', 'proved digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'why'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests)),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'is not what it should be',
    unproved: 'serves, but is not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'needless')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: nothing was undone\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'undo of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `What it made was removed in ${seconds.toFixed(1)} s. Nothing serves.`;
    return `Release ${release} serves${changed ? `, put back in ${seconds.toFixed(1)} s` : ''}.`;
}
const mark = (good) => (good ? '✅' : '❌');


/***/ }),

/***/ 927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ predicates),
/* harmony export */   a2: () => (/* binding */ nounOf),
/* harmony export */   pl: () => (/* binding */ typesOf)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


/***/ }),

/***/ 6865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sO: () => (/* binding */ addressesOf),
  q1: () => (/* binding */ chooseTool),
  MT: () => (/* binding */ downloadFor),
  Cy: () => (/* binding */ parseMirrors),
  hm: () => (/* binding */ pins),
  It: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"From 0.15 on, `build --call=check` holds a Dockerfile to BuildKit\'s own checks.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"None is known: the project publishes checksums.txt with each release, and that was not read. Without it nothing is downloaded.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":null},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":null}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"From 3.0 on, services of a signature are named by a signing configuration, and bundles are its usual form. 3.0 cannot enter what is attested into Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of that release, which public repositories that check the download agree with; the file at its own address was out of reach.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.26.0","why":"From 1.26 on, a server-side apply takes over what a client-side apply had written.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"None is known: the project publishes kubectl.sha256 beside each program, and that was not read. Without it nothing is downloaded.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":null},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":null}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are made for 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker: nothing before 0.70 is run, nor what does not say its version.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"Read alike in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt beside the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js





const pins = { kubectl: kubectl_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, { found, platform, cached }) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `from ${from} to below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not ${range}`;
    if (downloadFor(pin, platform) !== undefined) {
        const use = cached ? 'cache' : 'download';
        return other === undefined ? { use } : { use, note: `${other} and is not used` };
    }
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'none is downloaded, for its checksum is not known'
            : `there is none to download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}, and ${known === undefined ? 'such is not run' : `nothing before ${oldest} is run`}`, remedy);
    return { use: 'path', warning: `${other}: what it does may differ` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
function older(one, other) {
    const [a, b] = [one, other].map(version => version.split('.').map(Number));
    for (const index of [0, 1, 2]) {
        const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return false;
}
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text) {
    const mirrors = text
        .split(',')
        .map(each => each.trim())
        .filter(each => each !== '');
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`the input \`tool-mirrors\` holds something that is no address, in place ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`the input \`tool-mirrors\` holds a password, in place ${index + 1}`, `${remedy}; it is asked without a login`);
    }
    return mirrors;
}


/***/ })

};
