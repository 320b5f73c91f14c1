export const id = 5161;
export const ids = [5161];
export const modules = {

/***/ 15161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployAction: () => (/* binding */ deployAction)
});

// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/images.js
var preflight_images = __webpack_require__(73149);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/containers.js
var containers = __webpack_require__(868);
// EXTERNAL MODULE: ./.build/js/src/report/summary.js
var summary = __webpack_require__(78412);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(99800);
// EXTERNAL MODULE: ./.build/js/src/actions/decision.js
var decision = __webpack_require__(60827);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/actions/due.js

async function demandNoDrill(cluster, { environment: { namespace, recovery } }, host) {
    if (recovery?.drills === undefined)
        return;
    const { drillLeaseState } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(8065), __webpack_require__.e(1865)]).then(__webpack_require__.bind(__webpack_require__, 8065));
    const state = await drillLeaseState(cluster, namespace);
    if (state === 'held')
        throw new errors/* UserError */.yo(`a drill is under way in ${namespace}, and what it has broken would be taken for the fault of the release`, 'release when it is over');
    if (state === 'left')
        host.annotate('warning', {
            title: 'A drill has left something',
            message: `a drill that ended early may have left something broken in ${namespace}; run \`sweep\``,
        });
}
async function tellOverdue(cluster, released, host) {
    const { owner, environment } = released;
    const due = environment.recovery?.drills?.due;
    if (due === undefined || Object.keys(due.within).length === 0)
        return;
    const [{ readLast }, { staleness }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1441).then(__webpack_require__.bind(__webpack_require__, 71441)),
        __webpack_require__.e(/* import() */ 4245).then(__webpack_require__.bind(__webpack_require__, 44245)),
    ]);
    const place = { app: owner.app, namespace: environment.namespace };
    const wanted = await Promise.all(Object.entries(due.within).map(async ([scenario, most]) => {
        const last = await readLast(cluster, place, `drill-${scenario}`);
        return { scenario, most, lastGreen: last?.at };
    }));
    const late = (of) => of.flatMap(each => staleness(each, cluster.now(), each.most) ?? []);
    if (late(wanted).length === 0)
        return;
    const elsewhere = await greenElsewhere(released, environment.recovery, host);
    const known = wanted.map(each => ({
        ...each,
        lastGreen: newest(each.lastGreen, elsewhere?.get(each.scenario)),
    }));
    const [first, ...more] = late(known);
    if (first === undefined)
        return;
    const unasked = elsewhere === undefined ? ['drills elsewhere are not known here, without logins of the stores'] : [];
    const message = [first, ...more, ...unasked].join('; ');
    if (due.overdue === 'block')
        throw new errors/* UserError */.yo(message, 'run `drill`, or write `overdue: warn` into `drills.due` of slipway.yml');
    host.annotate('warning', { title: 'Recovery is not rehearsed', message });
}
async function greenElsewhere({ owner, config }, recovery, { env }) {
    if (recovery === undefined)
        return undefined;
    const [{ openStores }, { readDrills }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7346), __webpack_require__.e(7849)]).then(__webpack_require__.bind(__webpack_require__, 57346)),
        __webpack_require__.e(/* import() */ 9907).then(__webpack_require__.bind(__webpack_require__, 89907)),
    ]);
    try {
        const green = new Map();
        for (const { store } of await openStores(recovery, config, env))
            for (const { scenario, verdict, at } of await readDrills(store, owner))
                if (verdict === 'pass')
                    green.set(scenario, Math.max(at, green.get(scenario) ?? 0));
        return green;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}
const newest = (one, other) => one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/promotion.js
var actions_promotion = __webpack_require__(54028);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/deploy.js













const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6421), __webpack_require__.e(8815), __webpack_require__.e(4576), __webpack_require__.e(4991), __webpack_require__.e(6509), __webpack_require__.e(5130), __webpack_require__.e(8302), __webpack_require__.e(7566), __webpack_require__.e(7823), __webpack_require__.e(5277), __webpack_require__.e(1576), __webpack_require__.e(7082)]).then(__webpack_require__.bind(__webpack_require__, 77082));
const deployAction = (0,host/* defineAction */.QP)({
    name: 'deploy',
    description: 'Roll a release out on Kubernetes; one that does not come up is rolled back.',
    inputs: {
        environment: actions_inputs/* environment */.cA,
        images: {
            description: 'JSON map from the names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
            required: true,
        },
        config: actions_inputs/* config */.$W,
        context: actions_inputs/* context */._O,
        'deployments-token': actions_inputs/* deploymentsToken */.ic,
        'runs-token': actions_inputs/* runsToken */.Sc,
        reversible: actions_inputs/* reversible */.qp,
        force: actions_inputs/* force */.s$,
        wait: actions_inputs/* wait */.uk,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    outputs: {
        release: 'Number of the release.',
        baseline: 'Number of the release that served before; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is up, without traffic: `gate` goes on), `rolled-back` (what served before serves again), `needs-action` (it is not reversible and waits for somebody), `failed`, or `refused` (nothing was changed); empty when it crashed in the middle.',
        'rollback-seconds': 'Seconds from the verdict until what served before was whole again; empty without a rollback.',
        reason: 'Why it was refused or did not come up, in one sentence; empty when it did.',
        images: 'JSON map from image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`: why it ended as it did; empty when the gate goes on, and when nothing was applied.',
        signed: 'JSON map from image names to who signed them, in a few words; `{}` where slipway.yml demands no signature.',
        promotion: 'On what it rests that the images may come here, in one sentence; empty without `requires`, and when it was refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}' },
    run: async (inputs, host) => {
        const { request, manifests } = await (0,session/* withManifests */.BW)(inputs.config, await (0,session/* requestOf */.fo)(inputs, host), host.report);
        const { config, environment } = request;
        const selected = (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
        const around = await actions_inputs/* aroundOf */.dg(inputs.config, environment, host);
        const forced = await actions_inputs/* forced */.KY(inputs.force);
        const registry = await (0,actions_registry/* registryClient */.R)();
        const promotion = await (0,actions_promotion/* promotionOf */.b)(inputs, { config, environment, registry, host, ...forced });
        const resolving = (0,preflight_images/* resolveImages */.B)(registry, selected, Object.keys(config.images));
        const vouching = resolving.then(images => (0,trust/* vouchedFor */.sI)(inputs, { config, environment, images, registry, host }));
        vouching.catch(() => undefined);
        return (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { deploy }) => {
            const images = await resolving;
            const vouched = await vouching;
            const signed = (0,trust/* vouchedSentences */.dx)(vouched);
            for (const sentence of signed)
                host.report(sentence);
            const owner = { app: config.app, environment: inputs.environment };
            const released = { owner, environment, config: inputs.config };
            await demandNoDrill(cluster, released, host);
            await tellOverdue(cluster, released, host);
            const result = await deploy(cluster, {
                ...request,
                manifests,
                images,
                ...promotion,
                ...(signed.length === 0 ? {} : { signatures: (0,trust/* signaturesOf */.Rr)(vouched) }),
                around,
                signal: host.cancellation(),
            });
            const references = (0,containers/* referencesOf */.CL)(images);
            host.output('release', String(result.release));
            host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
            host.output('state', result.state);
            host.output('rollback-seconds', result.rollbackMs === undefined ? '' : (result.rollbackMs / 1000).toFixed(2));
            host.output('reason', result.reason ?? '');
            host.output('images', JSON.stringify(references));
            host.output('signed', (0,trust/* signedOutput */.SG)(vouched));
            host.output('promotion', result.promotion ?? '');
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,summary/* deploySummary */.eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            host.output('record', result.decision === undefined ? '' : await (0,decision/* publishDecision */.M)(result.decision, host));
            await (0,deployment/* publishDeployment */.j)(host, inputs['deployments-token'], {
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

/***/ 54028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ promotionOf)
/* harmony export */ });
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12694);

async function promotionOf(inputs, { config, environment, registry, host, force, }) {
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_0__/* .sealingOf */ .jJ)(inputs, { config, environments: [environment], registry, host });
    return {
        requirePromotion: async (cluster, images) => {
            const [{ provePromotion }, { promotionSentence }] = await Promise.all([
                __webpack_require__.e(/* import() */ 8308).then(__webpack_require__.bind(__webpack_require__, 58308)),
                __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384)),
            ]);
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}


/***/ }),

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);




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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON map such as {"shop": "sha256:…"}, like `images` in the output of `status`';
    let value;
    try {
        value = JSON.parse(text || '{}') ?? {};
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not JSON', remedy, { cause: error });
    }
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not a JSON map', remedy);
    return new Map(Object.entries(value).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input has no digest for "${name}"`, remedy);
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
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 73149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


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

/***/ 78412:
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
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs beside the current release, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live: it was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**. Look at the workload now.`,
        failed: `Release ${result.release} is **neither confirmed nor rolled back**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers: ${behind} ${result.state === 'complete' ? 'updated with it' : 'to be updated after the verdict'}.`;
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
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'reason'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests)),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'failed its verification',
    unproved: 'is live, but not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'not-needed')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: nothing was rolled back\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'rollback of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `Its objects were removed in ${seconds.toFixed(1)} s. No release is live.`;
    return `Release ${release} is live${changed ? `, restored in ${seconds.toFixed(1)} s` : ''}.`;
}
const mark = (good) => (good ? '✅' : '❌');


/***/ })

};
