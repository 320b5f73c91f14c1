export const id = 6094;
export const ids = [6094,335];
export const modules = {

/***/ 39395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assess: () => (/* binding */ assess_assess),
  dockerfileRules: () => (/* reexport */ assess_dockerfiles/* dockerfileRules */.M)
});

// EXTERNAL MODULE: ./.build/js/src/config/assess.js
var assess = __webpack_require__(23608);
// EXTERNAL MODULE: ./.build/js/src/config/policy-version.js
var policy_version = __webpack_require__(38501);
// EXTERNAL MODULE: ./.build/js/src/assess/assessment.js
var assessment = __webpack_require__(81724);
// EXTERNAL MODULE: ./.build/js/src/assess/dockerfiles.js
var assess_dockerfiles = __webpack_require__(66551);
// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var judgement = __webpack_require__(16679);
// EXTERNAL MODULE: ./.build/js/src/assess/manifests/rules.js + 14 modules
var rules = __webpack_require__(95400);
// EXTERNAL MODULE: ./.build/js/src/assess/subject.js
var assess_subject = __webpack_require__(66724);
;// CONCATENATED MODULE: ./.build/js/src/assess/judge.js





function judgeManifests(subject, levels, places) {
    return rules/* manifestRules */.f.flatMap(rule => {
        const level = (0,assessment/* levelOfRule */.S1)(rule.rule, levels);
        if (level === 'off')
            return [];
        const judged = tried(rule, subject).map(({ at, ...rest }) => ({
            ...(at && {
                object: (0,assess_subject/* nameOfManifest */.yf)(at.manifest),
                place: places.find(at.manifest, at.path),
                evidence: [{ asked: 'the manifests', of: at.manifest.source, at: subject.now }],
            }),
            ...rest,
            ...(levels[rule.rule] === undefined ? {} : { level }),
        }));
        return (0,judgement/* assessmentsOf */.FO)({ [rule.rule]: judged }, () => ({ ids: [rule.id], level, evidence: [] }));
    });
}
function tried(rule, subject) {
    const { workloads } = subject;
    const judge = (some) => {
        try {
            return rule.judge({ ...subject, workloads: some });
        }
        catch (error) {
            if (error instanceof TypeError)
                return undefined;
            throw error;
        }
    };
    const all = judge(workloads);
    if (all !== undefined)
        return all;
    const odd = workloads.filter(each => judge([each]) === undefined);
    const sound = workloads.filter(each => !odd.includes(each));
    const others = odd.length === 0 || sound.length === 0 ? [] : (judge(sound) ?? []);
    const names = odd.length === 0 || others.length === 0 ? [undefined] : odd.map(({ title }) => title);
    return [
        ...others,
        ...names.map(title => (0,judgement/* unknown */.L5)(`${title ?? 'a manifest'} has a field of the wrong type`, title)),
    ];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/config/size.js
var size = __webpack_require__(52331);
;// CONCATENATED MODULE: ./.build/js/src/assess/places.js




class Places {
    #texts;
    #parsed = new Map();
    constructor(texts) {
        this.#texts = texts;
    }
    find({ source, object, name }, path) {
        const text = this.#texts.get(source);
        if (text === undefined)
            return { file: source };
        const { documents, lines } = this.#parsed.get(source) ?? this.#parse(source, text);
        for (const document of documents) {
            const found = findObject(document, object, name);
            if (found !== undefined)
                return { file: source, line: lines.linePos(offsetOf(found, path)).line };
        }
        return { file: source };
    }
    #parse(source, text) {
        const parsed = parsedText(text);
        this.#parsed.set(source, parsed);
        return parsed;
    }
}
function parsedText(text) {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines });
    return { documents: documents.filter(({ errors }) => errors.length === 0), lines };
}
function findObject({ contents }, { apiVersion, kind }, name) {
    const items = (0,dist/* isMap */.jh)(contents) && (0,dist/* isSeq */.oP)(contents.get('items')) ? contents.getIn(['items']) : undefined;
    const all = (0,dist/* isSeq */.oP)(items) ? items.items : [contents];
    return all.find((each) => (0,dist/* isMap */.jh)(each) &&
        each.get('kind') === kind &&
        each.get('apiVersion') === apiVersion &&
        each.getIn(['metadata', 'name']) === name);
}
function offsetOf(root, path) {
    let node = root;
    let offset = root.range?.[0] ?? 0;
    for (const key of path) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(each => (0,dist/* isScalar */.jn)(each.key) && String(each.key.value) === String(key));
            if (pair === undefined)
                break;
            offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            const item = node.items[Number(key)];
            if (item === undefined)
                break;
            offset = item.range?.[0] ?? offset;
            node = item;
        }
        else
            break;
    }
    return offset;
}
function pathAtLine(text, line) {
    const { documents, lines } = parsedText(text);
    const lineOf = (node) => lines.linePos(node.range?.[0] ?? 0).line;
    const path = [];
    let node = documents[0]?.contents;
    while ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.findLast(each => lineOf(each.key) <= line);
            if (pair === undefined)
                break;
            path.push(String((0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : pair.key));
            node = pair.value;
        }
        else {
            const index = node.items.findLastIndex(each => lineOf(each) <= line);
            if (index < 0)
                break;
            path.push(index);
            node = node.items[index];
        }
    }
    return path;
}
async function readSources(root, manifests) {
    const texts = new Map();
    for (const source of new Set(manifests.map(each => each.source))) {
        const path = (0,external_node_path_.join)(root, source);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found?.isFile() !== true || found.size > size/* largestDocument */.W)
            continue;
        texts.set(source, await (0,promises_.readFile)(path, 'utf8'));
    }
    return texts;
}

// EXTERNAL MODULE: ./.build/js/src/scan/report.js
var scan_report = __webpack_require__(69353);
// EXTERNAL MODULE: ./.build/js/src/scan/trivy.js
var trivy = __webpack_require__(29343);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/find.js
var find = __webpack_require__(31949);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/pin.js + 6 modules
var pin = __webpack_require__(20335);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/assess/templates.js
var templates = __webpack_require__(11111);
;// CONCATENATED MODULE: ./.build/js/src/assess/trivy.js
















const configArguments = (folder, output) => [
    ...['config', '--format', 'json', '--output', output, '--misconfig-scanners', 'kubernetes'],
    ...['--skip-check-update', '--skip-version-check', '--disable-telemetry', '--quiet', folder],
];
const betterHere = [
    ...['KSV-0011', 'KSV-0015', 'KSV-0016', 'KSV-0018', 'KSV-0039', 'KSV-0040'],
    ...['KSV-0013', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035', 'KSV-0125'],
    ...['KSV-0036', 'KSV-0038', 'KSV-0041', 'KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0053'],
    ...['KSV-0054', 'KSV-0111', 'KSV-0112', 'KSV-0113'],
    ...['KSV-0109', 'KSV-01010'],
    ...['KSV-0004', 'KSV-0106', 'KSV-0105', 'KSV-0104', 'KSV-0118'],
    ...['KSV-0020', 'KSV-0021', 'KSV-0002', 'KSV-0025', 'KSV-0037', 'KSV-0110', 'KSV-0117'],
];
const allowed = [
    ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
    ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];
function addsOnlyAllowed(text, message) {
    const [, name] = /^Container '([^']*)'/.exec(message) ?? [];
    const named = (0,kinds/* podTemplatesOf */.ab)((0,dist.parse)(text))
        .flatMap(({ spec }) => (0,kinds/* containersOf */.Mz)(spec))
        .filter(container => container.name === name);
    const added = named.flatMap(({ securityContext }) => (0,map/* textsIn */.Ej)(securityContext?.capabilities?.add));
    return added.length > 0 && added.every(each => allowed.includes(each.toUpperCase().replace(/^CAP_/, '')));
}
function oncePerObject(found) {
    const groups = Map.groupBy(found, ({ of, ID }) => `${ID} ${(0,assess_subject/* nameOfManifest */.yf)(of.manifest)}`);
    return [...groups.values()].flatMap(([first, ...more]) => {
        if (first === undefined)
            return [];
        const what = `${plain(first.what)} (and ${(0,count/* counted */.h)(more.length, 'more place')} there)`;
        return [more.length === 0 ? first : { ...first, what }];
    });
}
const levels = { CRITICAL: 'error', HIGH: 'warning', MEDIUM: 'warning' };
async function judgeByTrivy(subject, rules, places, { env, signal, report }) {
    const written = documentsFor(subject);
    if (written.length === 0)
        return [];
    return (0,folder/* withFolder */.Z)(env, 'assess', async (folder) => {
        const home = (0,external_node_path_.join)(folder, 'home');
        const input = (0,external_node_path_.join)(folder, 'manifests');
        const output = (0,external_node_path_.join)(folder, 'report.json');
        await Promise.all([(0,promises_.mkdir)(home), (0,promises_.mkdir)(input)]);
        await Promise.all(written.map(({ text }, index) => (0,promises_.writeFile)((0,external_node_path_.join)(input, `${index}.yaml`), text)));
        const asking = { env: (0,trivy/* scannerEnvironment */.y5)(home), cwd: home };
        const found = await (0,errors/* userErrorOf */.zb)(() => (0,find.findTool)(pin.pins.trivy, { asking, folder: (0,external_node_path_.join)(folder, 'trivy'), env, signal, report }));
        if (found instanceof errors/* UserError */.yo) {
            if (signal.aborted)
                throw found;
            return [{ ...unknownBy(`trivy could not be obtained: ${found.message}`), remedy: found.remedy }];
        }
        const [program] = found;
        const ran = await (0,trivy/* runTrivy */.mp)({ program, home, signal }, configArguments(input, output));
        if (!ran.good)
            return [unknownBy(`trivy could not check the manifests: ${ran.fault}`)];
        const { Results = [] } = (0,scan_report/* parseReport */.MM)(await (0,promises_.readFile)(output, 'utf8'));
        const misconfigured = Results.flatMap(({ Target, Misconfigurations = [] }) => Misconfigurations.map(each => [Number.parseInt(Target, 10), each]));
        return fromTrivy(subject, rules, places, written, misconfigured);
    });
}
const unknownBy = (what) => ({
    id: 'I5',
    rule: 'trivy',
    status: 'unknown',
    level: 'info',
    what,
    evidence: [],
});
function documentsFor({ manifests, workloads }) {
    const objects = manifests
        .filter(({ object }) => !['Secret', 'ConfigMap'].includes(object.kind))
        .map(manifest => ({ text: (0,dist/* stringify */.As)(manifest.object), manifest }));
    const running = workloads.flatMap((workload) => {
        const [pod] = workload.pods.known ? workload.pods.value : [];
        if (pod?.spec === undefined)
            return [];
        const own = (0,templates/* withoutInjected */.Rp)(pod.spec, workload.spec);
        const containers = own.containers.map(({ env: _, ...rest }) => rest);
        const spec = { ...own, containers, initContainers: [] };
        const metadata = { name: pod.metadata?.name, namespace: pod.metadata?.namespace };
        const text = (0,dist/* stringify */.As)({ apiVersion: 'v1', kind: 'Pod', metadata, spec });
        return [{ text, manifest: workload.manifest, pod: workload }];
    });
    return [...objects, ...running];
}
function fromTrivy(subject, rules, places, written, found) {
    const relevant = found.flatMap(([index, { ID, Severity, Message, Title, Resolution, CauseMetadata, Status }]) => {
        const of = written[index];
        const level = (0,assessment/* levelOfRule */.S1)(ID, rules, levels[Severity] ?? 'info');
        if (of === undefined || Status !== 'FAIL' || level === 'off' || betterHere.includes(ID))
            return [];
        if (ID === 'KSV-0022' && addsOnlyAllowed(of.text, Message ?? ''))
            return [];
        return [{ of, ID, level, what: Message || Title, Resolution, line: CauseMetadata?.StartLine ?? 1 }];
    });
    const inManifests = oncePerObject(relevant.filter(({ of }) => of.pod === undefined));
    const results = inManifests.map(({ of: { manifest, text }, ID, level, what, Resolution, line }) => ({
        id: idFor(manifest),
        rule: ID,
        status: 'not-met',
        level,
        object: (0,assess_subject/* nameOfManifest */.yf)(manifest),
        what: plain(what),
        remedy: plain(Resolution || 'see the documentation of the check in trivy'),
        place: places.find(manifest, pathAtLine(text, line)),
        evidence: [{ asked: 'trivy config', of: manifest.source, at: subject.now }],
    }));
    const known = new Set(results.map(({ rule, object }) => `${rule} ${object}`));
    return [...results, ...subject.workloads.flatMap(workload => runningOf(workload))];
    function runningOf({ title, pods, manifest }) {
        const base = { id: 'I5', object: title };
        if (!pods.known)
            return [{ ...unknownBy(pods.why), ...base }];
        if (pods.value.length === 0)
            return [{ ...unknownBy(`no pod of ${title} runs`), ...base }];
        const evidence = [{ asked: pods.asked, of: title, at: pods.at }];
        const more = relevant.filter(({ of, ID }) => of.pod?.manifest === manifest && !known.has(`${ID} ${title}`));
        if (more.length > 0)
            return more.map(({ ID, level, what }) => ({
                ...base,
                rule: ID,
                status: 'not-met',
                level,
                evidence,
                remedy: 'release the manifests',
                what: `a running pod of ${title} differs from its manifest: ${plain(what)}`,
            }));
        if (results.some(({ object }) => object === title))
            return [];
        const what = `trivy finds nothing in ${title} and in one of its running pods`;
        return [{ ...base, rule: 'trivy', status: 'met', level: 'info', what, evidence }];
    }
}
const idFor = ({ object: { kind } }) => /^(Cluster)?Role(Binding)?$/.test(kind) ? 'S5' : 'I5';
const plain = (text) => text.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);

;// CONCATENATED MODULE: ./.build/js/src/assess/assess.js









async function assess_assess(request, trivy) {
    const { config, environment, environmentName, manifests, root, live, now } = request;
    const variables = config['env-policy'] ?? assess/* envPolicySchema */.ZS.parse({});
    const settings = environment.assess ?? assess/* assessSchema */.cJ.parse({});
    const images = Object.entries(config.images).map(([name, { repository }]) => environment.repositories?.[name] ?? repository);
    const subject = (0,assess_subject/* assessSubject */.fX)({
        environment: environmentName,
        namespace: environment.namespace,
        zones: settings.zones,
        manifests,
        workload: environment.workload,
        service: environment.service,
        live,
        released: images,
        variables,
        now: now.toISOString(),
    });
    const places = new Places(await readSources(root, manifests));
    const [dockerfiles, generic] = await Promise.all([
        (0,assess_dockerfiles/* judgeDockerfiles */.Z)({ ...config, 'env-policy': variables }, root, settings.rules, now),
        trivy === undefined ? [] : judgeByTrivy(subject, settings.rules, places, trivy),
    ]);
    const all = [...judgeManifests(subject, settings.rules, places), ...dockerfiles, ...generic];
    return {
        assessments: (0,assessment.acceptExceptions)(all, settings.exceptions, now),
        notes: [
            ...(0,policy_version/* policyNotices */.eO)(config['policy-version']),
            ...(0,assessment/* assessmentNotes */.Wc)(all, settings.exceptions, now, rule => isChecked(rule, trivy)),
        ],
    };
}
const isChecked = (rule, trivy) => rule.startsWith('KSV-') ? trivy !== undefined : !Object.hasOwn(assess/* keyRules */.tP, rule);


/***/ }),

/***/ 23608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ assessRules),
/* harmony export */   ZS: () => (/* binding */ envPolicySchema),
/* harmony export */   cJ: () => (/* binding */ assessSchema),
/* harmony export */   tP: () => (/* binding */ keyRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54524);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





const assessRules = {
    'workload-invalid': 'error',
    'service-selector': 'warning',
    'api-served': 'error',
    'api-deprecated': 'warning',
    'version-skew': 'warning',
    'zone-replicas': 'warning',
    'zone-spread': 'warning',
    'zone-nodes': 'warning',
    'zone-pods': 'warning',
    'probe-readiness': 'warning',
    'probe-liveness': 'warning',
    'probe-same': 'warning',
    'probe-port': 'error',
    'probe-timing': 'warning',
    'probe-startup': 'warning',
    'disruption-budget': 'warning',
    'disruption-blocked': 'warning',
    'pre-stop-hook': 'warning',
    'termination-grace-period': 'warning',
    'update-downtime': 'warning',
    'resource-requests': 'warning',
    'resource-memory': 'warning',
    'resource-invalid': 'error',
    'image-floating': 'warning',
    'autoscaler-missing': 'info',
    'autoscaler-target': 'error',
    'autoscaler-replicas': 'warning',
    'autoscaler-requests': 'error',
    'namespace-quota': 'info',
    'namespace-limits': 'info',
    'quota-peak': 'error',
    'access-wildcard': 'error',
    'access-admin': 'error',
    'access-default-account': 'warning',
    'access-sensitive': 'warning',
    'token-mounted': 'warning',
    'network-policy': 'info',
    'connection-plain': 'warning',
    'variable-high': 'error',
    'variable-medium': 'warning',
    'variable-low': 'info',
    'secret-plain': 'error',
    'secret-sops': 'error',
};
const keyRules = {
    'key-opens': 'error',
    'key-rotates': 'warning',
    'column-plain': 'warning',
    'token-plain': 'error',
    'repository-cipher': 'error',
    'etcd-encryption': 'warning',
};
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys({ ...assessRules, ...keyRules });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name))
        return;
    const remedy = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/assess.md or docs/keys.md');
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
})
    .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });
const assessSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    zones: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeSchema */ .HY)(1, 10, 'is not a number of zones; write a whole number from 1 to 10').prefault(3).meta({
        description: 'How many zones must hold two pods each of every workload with traffic.',
        example: 1,
    }),
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(ruleSchema, _policy_js__WEBPACK_IMPORTED_MODULE_2__/* .levelSchema */ .w)
        .prefault({})
        .meta({
        description: 'The level of each rule that differs from docs/assess.md.',
        example: { 'network-policy': 'warning', 'KSV-0014': 'off' },
    }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        rule: ruleSchema.meta({ description: 'The rule.', example: 'probe-liveness' }),
        object: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Z][A-Za-z0-9]*\/[^/\s]+$/, {
            problem: 'is not an object',
            remedy: 'write Kind/name, such as Deployment/shop',
        })
            .exactOptional()
            .meta({ description: 'Only for this object. Default: for all.', example: 'Deployment/shop' }),
        ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
    }))
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'zone-replicas',
                object: 'Deployment/admin',
                owner: 'platform-team',
                reason: 'few people use it',
                expires: '2027-01-31',
            },
        ],
    }),
});
const namePattern = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9_.*-]+$/, {
    problem: 'is not a pattern of variables',
    remedy: 'write letters, digits, "_" and "*", such as *_TOKEN',
});
const patternsSchema = (description, example) => zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(namePattern).prefault([]).meta({ description, example });
const envPolicySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    high: patternsSchema('Variables that must come from a Secret or a secret store.', ['*_DSN', 'LICENSE']),
    medium: patternsSchema('Switches that must not be on in production.', ['VERBOSE']),
    low: patternsSchema('Variables that need no protection, and belong in a ConfigMap.', ['PUBLIC_KEY']),
});


/***/ }),

/***/ 60820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ exceptionProblems),
/* harmony export */   p: () => (/* binding */ answeredFor)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95761);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34182);



const dateSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
    problem: 'is not a date',
    remedy: 'write year, month and day, such as 2027-01-31',
}).refine(written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}, { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true });
const said = (what, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });
const answeredFor = {
    owner: said('who is responsible for it', 'platform-team').meta({
        description: 'Who is responsible for it.',
        example: 'platform-team',
    }),
    reason: said('why it is needed', 'the registry has no digests yet').meta({
        description: 'Why it is needed.',
        example: 'the registry has no digests yet',
    }),
    expires: dateSchema.meta({
        description: 'The day, in UTC, from which it no longer applies.',
        example: '2027-01-31',
    }),
};
function exceptionProblems(exceptions, images) {
    return exceptions.flatMap(({ image }, index) => image === undefined || Object.hasOwn(images, image)
        ? []
        : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(['exceptions', index, 'image'], `is not an image of this file; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(image, Object.keys(images))}`));
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 95761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Gz: () => (/* binding */ below)
/* harmony export */ });
const placed = (path, message) => message === undefined ? [] : [{ path, message }];
const below = (key, problems) => problems.map(({ path, message }) => ({ path: [key, ...path], message }));
function addProblems(problems, { addIssue }) {
    for (const { path, message } of problems)
        addIssue({ code: 'custom', path, message });
}


/***/ }),

/***/ 54524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ policySchema),
/* harmony export */   w: () => (/* binding */ levelSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92063);




const levelSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr, { error: 'is not a level; write off, info, warning or error' });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (!(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(name))
        context.addIssue({ code: 'custom', message: `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}` });
})
    .meta({ pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 });
const baseSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[a-z0-9*][a-z0-9._/*-]*(:[0-9]{1,5}\/[a-z0-9._/*-]+)?(:[A-Za-z0-9_.*-]{1,128})?$/, {
    problem: 'is not a pattern of base images',
    remedy: 'write a repository, optionally with a tag and "*", such as ghcr.io/acme/* or node:*-slim',
});
const exceptionFields = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rule: ruleSchema.meta({ description: 'The rule.', example: 'base-digest' }),
    image: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .labelSchema */ .Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only for this image. Default: for all.', example: 'shop' }),
    path: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write a path with "*" and "**", such as legacy/Dockerfile or /opt/**',
    })
        .exactOptional()
        .meta({
        description: 'Only for this Dockerfile, or this file in the image, with `*` and `**`.',
        example: 'legacy/**',
    }),
    stage: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
        problem: 'is not a stage',
        remedy: 'write the name of a stage, or the number of a stage without a name, such as build or 0',
    })
        .exactOptional()
        .meta({ description: 'Only in this stage of the Dockerfile, by name or number.', example: 'build' }),
    line: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a pattern of a line',
        remedy: 'write the text of the line, with "*" as a wildcard, such as RUN apt-get install *',
    })
        .exactOptional()
        .meta({
        description: 'Only for lines of the Dockerfile with this text, with `*`.',
        example: 'FROM registry.acme.example/*',
    }),
    ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
});
const mostRules = 300;
const rulesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), levelSchema).check(({ value, issues }) => {
    const names = Object.keys(value);
    if (names.length > mostRules) {
        const message = 'has more entries than there are rules; keep only the levels that differ from the default';
        issues.push({ code: 'custom', message, input: value });
        return;
    }
    for (const name of names.filter(each => !(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleName */ .uo)(each))) {
        const message = `is not a rule; ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestRule */ .jO)(name)}`;
        const inner = [{ code: 'custom', message, path: [], input: name }];
        issues.push({ code: 'invalid_key', origin: 'record', issues: inner, path: [name], input: value });
    }
});
const policySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    rules: rulesSchema.prefault({}).meta({
        propertyNames: { pattern: _rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rulePattern */ .R5 },
        description: 'The level of each rule that differs from docs/policy.md; `buildkit` sets all checks of BuildKit, `buildkit/JSONArgsRecommended` one.',
        example: { 'base-digest': 'error', 'user-missing': 'off' },
    }),
    bases: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .listSchema */ .cE)(baseSchema, 'is empty; list at least one pattern, such as `- node:*-slim`')
        .exactOptional()
        .meta({
        description: 'The allowed base images; `*` matches within a part of the name, `**` across parts. Default: any.',
        example: ['node:*-slim', 'ghcr.io/acme/**'],
    }),
    'ignore-comments': (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSchema */ .yu)()
        .prefault(true)
        .meta({ description: 'Whether comments in a Dockerfile may ignore findings.', example: false }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(exceptionFields)
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'base-digest',
                path: 'legacy/Dockerfile',
                owner: 'platform-team',
                reason: 'the registry has no digests yet',
                expires: '2027-01-31',
            },
        ],
    }),
});


/***/ }),

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   XZ: () => (/* binding */ ruleNames),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'warning',
    'base-digest': 'info',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'add-url': 'warning',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    'ignore-comment': 'error',
    'ignore-unused': 'warning',
};
const imageRules = {
    'image-user-root': 'error',
    'image-user-missing': 'warning',
    'image-setuid': 'error',
    'image-capability': 'warning',
    'image-world-writable': 'error',
    'image-sudo-nopasswd': 'error',
    'image-private-key': 'error',
    'image-shell-history': 'warning',
    'image-secret-file': 'error',
    'image-secret-value': 'error',
    'image-secret-variable': 'error',
    'image-git-folder': 'warning',
};
const buildkitRules = 'buildkit';
const buildkitLevel = 'warning';
const quiet = new Set([
    'buildkit/LegacyKeyValueFormat',
    'buildkit/FromAsCasing',
    'buildkit/StageNameCasing',
    'buildkit/ConsistentInstructionCasing',
    'buildkit/MaintainerDeprecated',
    'buildkit/SecretsUsedInArgOrEnv',
]);
const buildkitChecks = [
    'StageNameCasing',
    'FromAsCasing',
    'NoEmptyContinuation',
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ReservedStageName',
    'JSONArgsRecommended',
    'MaintainerDeprecated',
    'UndefinedArgInFrom',
    'WorkdirRelativePath',
    'UndefinedVar',
    'MultipleInstructionsDisallowed',
    'LegacyKeyValueFormat',
    'RedundantTargetPlatform',
    'SecretsUsedInArgOrEnv',
    'InvalidDefaultArgInFrom',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'InvalidDefinitionDescription',
    'ExposeProtoCasing',
    'ExposeInvalidFormat',
];
const ownRules = { ...dockerfileRules, ...imageRules };
const ruleNames = [
    ...Object.keys(ownRules),
    buildkitRules,
    ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];
const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;
function isRuleName(name) {
    if (ruleNames.includes(name))
        return true;
    return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames) === undefined;
}
const suggestRule = (name) => (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/policy.md');
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73339);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79395);
/* harmony import */ var _workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(620);










function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .eligibleNodes */ .VS)(nodes, next).length : (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(used) + need <= (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} allows ${name} up to ${hard} (${used} in use), but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .hasLabels */ .cP)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


/***/ }),

/***/ 69353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ mergeReports),
/* harmony export */   MM: () => (/* binding */ parseReport),
/* harmony export */   g$: () => (/* binding */ publishable),
/* harmony export */   oF: () => (/* binding */ secretKey),
/* harmony export */   tS: () => (/* binding */ misconfigurationKey),
/* harmony export */   yW: () => (/* binding */ vulnerabilityKey),
/* harmony export */   yd: () => (/* binding */ normaliseSarif)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function parseReport(text) {
    const report = JSON.parse(text);
    if (report?.SchemaVersion !== 2)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('trivy wrote a report with an unknown schema', 'use trivy 0.74');
    return report;
}
function publishable(report, reference) {
    const { ImageConfig, RepoTags: _tags, ...metadata } = report.Metadata ?? {};
    const { config: _config, history: _history, ...image } = ImageConfig ?? {};
    return {
        ...report,
        ArtifactName: reference,
        Metadata: { ...metadata, ImageConfig: image, RepoDigests: [reference] },
        Results: (report.Results ?? []).map(result => publishableResult(result, report.ArtifactName, reference)),
    };
}
function publishableResult(result, from, to) {
    const target = result.Target.startsWith(`${from} (`)
        ? `${to}${result.Target.slice(from.length)}`
        : result.Target;
    const { Secrets: secrets, Misconfigurations: wrong, ...rest } = result;
    return {
        ...withoutCommands(rest),
        Target: target,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
            Secrets: secrets?.map(each => ({ ...withoutCommands(each), Match: '(hidden)', Code: { Lines: null } })),
            Misconfigurations: wrong?.map(each => ({
                ...withoutCommands(each),
                CauseMetadata: { ...each.CauseMetadata, Code: { Lines: null } },
            })),
        }),
    };
}
function withoutCommands(value) {
    return JSON.parse(JSON.stringify(value, (name, each) => (name === 'CreatedBy' ? undefined : each)));
}
function mergeReports(reports) {
    const [first, ...rest] = reports;
    if (first === undefined)
        throw new Error('there is no report to merge');
    if (rest.length === 0)
        return first;
    const results = new Map();
    for (const result of reports.flatMap(each => each.Results ?? [])) {
        const key = [result.Class, result.Type, result.Target].join('\n');
        const known = results.get(key);
        results.set(key, known === undefined ? result : mergeResults(known, result));
    }
    return { ...first, Results: [...results.values()] };
}
function mergeResults(a, b) {
    const packageKey = (each) => JSON.stringify([each.ID, each.Name, each.Version, each.FilePath]);
    return {
        ...a,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
            Packages: united(a.Packages, b.Packages, packageKey),
            Vulnerabilities: united(a.Vulnerabilities, b.Vulnerabilities, vulnerabilityKey),
            Secrets: united(a.Secrets, b.Secrets, secretKey),
            Misconfigurations: united(a.Misconfigurations, b.Misconfigurations, misconfigurationKey),
        }),
    };
}
const vulnerabilityKey = (each) => [each.VulnerabilityID, each.PkgName, each.InstalledVersion, each.PkgPath ?? ''].join('\n');
const misconfigurationKey = (each) => [each.ID, each.CauseMetadata?.StartLine ?? 0, each.Message ?? ''].join('\n');
const secretKey = (each) => [each.RuleID, each.StartLine].join('\n');
function united(a, b, key) {
    const known = new Set(a?.map(key));
    return a && b ? [...a, ...b.filter(each => !known.has(key(each)))] : (a ?? b);
}
function normaliseSarif(text, app, image) {
    const sarif = JSON.parse(text);
    for (const run of sarif.runs) {
        run.automationDetails = { id: `slipway-scan/${app}/${image}/` };
        for (const { locations = [] } of run.results ?? []) {
            for (const { physicalLocation } of locations) {
                const artifact = physicalLocation?.artifactLocation;
                if (artifact?.uri !== undefined)
                    artifact.uri = artifact.uri.replace(/^\/+/, '');
            }
        }
    }
    return `${JSON.stringify(sarif, null, 2)}\n`;
}


/***/ }),

/***/ 29343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ scannersOf),
/* harmony export */   e: () => (/* binding */ convertArguments),
/* harmony export */   mp: () => (/* binding */ runTrivy),
/* harmony export */   y5: () => (/* binding */ scannerEnvironment),
/* harmony export */   y6: () => (/* binding */ scanArguments),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/* unused harmony export faultIn */
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);

const scannersOf = ({ misconfiguration }) => misconfiguration ? 'vuln,secret,misconfig' : 'vuln,secret';
function scanArguments(layout, cache, output, scanners) {
    return [
        'image',
        ...['--input', layout, '--cache-dir', cache, '--format', 'json', '--output', output],
        ...['--scanners', scanners],
        ...['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan'],
        ...['--skip-version-check', '--disable-telemetry', '--no-progress', '--timeout', '6h'],
    ];
}
const reportFormats = {
    sarif: 'sarif',
    'cdx.json': 'cyclonedx',
    'spdx.json': 'spdx-json',
    txt: 'table',
};
function convertArguments(format, json, output, scanners) {
    return ['convert', '--scanners', scanners, '--format', format, '--output', output, json];
}
function scannerEnvironment(home) {
    return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home };
}
async function runTrivy(trivy, args) {
    const { program, home, signal } = trivy;
    const last = [];
    const code = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .mB)([program, ...args], {
        cwd: home,
        env: scannerEnvironment(home),
        signal,
        print: line => {
            last.push(line);
            if (last.length > kept)
                last.shift();
        },
    });
    if (signal.aborted)
        return { good: false, fault: 'cancelled' };
    return code === 0 ? { good: true } : { good: false, fault: faultIn(last.join('\n')) };
}
const kept = 100;
function faultIn(said) {
    const lines = said.split('\n').map(line => line.trim());
    const fatal = lines.findLastIndex(line => /\tFATAL\t/.test(line));
    if (fatal < 0)
        return lines.findLast(line => line !== '') ?? 'it printed nothing';
    const chain = (lines[fatal] ?? '').replace(/^.*?\tFATAL\t(Fatal error\t)?/, '');
    const listed = lines[fatal + 1]?.startsWith('* ') === true ? (lines[fatal + 1] ?? '').slice(2) : undefined;
    return listed ?? chain.split(': ').slice(-2).join(': ');
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.18.0","below":"0.19.0","why":"Since 0.18, `check` prints its result as JSON. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ }),

/***/ 79395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   W2: () => (/* binding */ containerNeed),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   qO: () => (/* binding */ podNeed)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75181);

function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
const podNeeds = (spec) => ({
    cpu: podNeed(spec, 'requests', 'cpu'),
    memory: podNeed(spec, 'requests', 'memory'),
});
function podNeed(spec, side, resource) {
    const whole = spec?.resources?.[side]?.[resource];
    if (whole != null)
        return quantity(String(whole));
    const need = (container) => containerNeed(container, side, resource) ?? 0;
    let sidecars = 0;
    let starting = 0;
    for (const container of spec?.initContainers ?? []) {
        starting = Math.max(starting, sidecars + need(container));
        if (container.restartPolicy === 'Always')
            sidecars += need(container);
    }
    const running = (spec?.containers ?? []).reduce((total, container) => total + need(container), sidecars);
    const sum = Math.max(starting, running);
    return sum === 0 ? (containerNeed(spec ?? {}, side, resource) ?? 0) : sum;
}
function containerNeed({ resources }, side, resource) {
    const { requests, limits } = resources ?? {};
    const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
    return text == null ? undefined : quantity(String(text));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hasLabels */ .cP)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}


/***/ }),

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
}


/***/ })

};
