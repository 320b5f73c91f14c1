export const id = 7051;
export const ids = [7051,6138,748];
export const modules = {

/***/ 17051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildAction: () => (/* binding */ buildAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/budget.js
var budget = __webpack_require__(67622);
// EXTERNAL MODULE: ./.build/js/src/image/facts.js
var facts = __webpack_require__(60064);
// EXTERNAL MODULE: ./.build/js/src/image/git.js + 1 modules
var image_git = __webpack_require__(80748);
// EXTERNAL MODULE: ./.build/js/src/image/parts.js
var parts = __webpack_require__(24737);
;// CONCATENATED MODULE: ./.build/js/src/image/build-sh.js
const shortDigits = 7;
function planBuildSh({ ref, revision, suffix, sourceTag, imageTag }) {
    const name = ref === undefined ? undefined : refName(ref);
    const version = name === undefined ? 'dev' : sanitized(name);
    const release = /^([0-9]+)\.([0-9]+)\.[0-9]+$/.exec(name ?? '');
    const tags = [
        ...(revision === undefined ? [] : [revision.slice(0, shortDigits), revision]),
        ...(release === null ? [] : [`${release[1]}`, `${release[1]}.${release[2]}`, 'latest']),
        ...(name === undefined ? [] : [version.toLowerCase()]),
    ];
    const fixed = [sourceTag, imageTag].flatMap(tag => (tag ? [tag] : []));
    return {
        version,
        tags: [...tags.map(tag => `${tag}${suffix}`), ...fixed],
        cache: `buildcache${name === undefined ? '' : `-${version.toLowerCase()}`}${suffix}`,
    };
}
function refName(ref) {
    return ref.kind === 'pull-request' ? `${ref.number}/merge` : ref.name;
}
function sanitized(name) {
    return name.replace(/[^a-zA-Z0-9.-]+/g, '-');
}

// EXTERNAL MODULE: ./.build/js/src/image/cache.js
var image_cache = __webpack_require__(46678);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/config/tag-expressions.js
var tag_expressions = __webpack_require__(96314);
// EXTERNAL MODULE: ./.build/js/src/config/template.js
var template = __webpack_require__(1808);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/image/pep440.js
const pattern = new RegExp([
    '^\\s*v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)',
    '(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\\d+)?)?',
    '(?:-(?<implicitPost>\\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\\d+)?)?',
    '(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\\d+)?)?',
    '(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*$',
].join(''), 'i');
const spellings = {
    alpha: 'a',
    beta: 'b',
    c: 'rc',
    pre: 'rc',
    preview: 'rc',
};
function parsePep440(text) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined)
        return undefined;
    const { epoch = '0', release = '', pre, preNumber, implicitPost, post, postNumber } = groups;
    const { dev, devNumber, local } = groups;
    const numbers = release.split('.').map(decimal);
    const spelled = pre?.toLowerCase() ?? '';
    const first = pre === undefined ? '' : `${spellings[spelled] ?? spelled}${decimal(preNumber)}`;
    const isPost = implicitPost !== undefined || post !== undefined;
    const second = isPost ? `.post${decimal(implicitPost ?? postNumber)}` : '';
    const third = dev === undefined ? '' : `.dev${decimal(devNumber)}`;
    const suffix = `${first}${second}${third}`;
    const before = decimal(epoch) === '0' ? '' : `${decimal(epoch)}!`;
    const after = local === undefined ? '' : `+${local.toLowerCase().replace(/[-_]/g, '.')}`;
    return {
        release: numbers,
        suffix: suffix.replace(/^\./, ''),
        whole: `${before}${numbers.join('.')}${suffix}${after}`,
    };
}
const decimal = (digits = '0') => digits.replace(/^0+(?=\d)/, '');

// EXTERNAL MODULE: ./.build/js/src/image/tags.js
var image_tags = __webpack_require__(99662);
// EXTERNAL MODULE: ./.build/js/src/image/version.js
var image_version = __webpack_require__(78271);
;// CONCATENATED MODULE: ./.build/js/src/image/rules.js







function planByRules({ rules, latest, prefix, suffix, onlatest }, occasion) {
    const remarks = new Set();
    const flavour = { prefix: render(prefix, occasion), suffix: render(suffix, occasion) };
    const used = rules
        .filter(({ enable }) => (typeof enable === 'boolean' ? enable : render(enable, occasion) === 'true'))
        .sort((a, b) => b.priority - a.priority);
    const made = used.flatMap(rule => {
        const one = make(rule, occasion, remarks);
        if (one === undefined)
            return [];
        const around = {
            prefix: rule.prefix === undefined
                ? (one.prefix ?? flavour.prefix)
                : render(rule.prefix, occasion, one.version),
            suffix: rule.suffix === undefined ? flavour.suffix : render(rule.suffix, occasion, one.version),
        };
        return [{ ...one, ...around, plain: (0,image_tags/* cleanTag */.I8)(one.prefix ?? '', one.text, '') }];
    });
    const wantsLatest = latest === 'auto' ? made.some(each => each.latest === true) : latest;
    const around = onlatest ? flavour : { prefix: '', suffix: '' };
    const tags = [...made, ...(wantsLatest ? [{ text: 'latest', ...around }] : [])].flatMap(each => {
        const asked = `${each.prefix}${each.text}${each.suffix}`;
        const tag = (0,image_tags/* cleanTag */.I8)(each.prefix, each.text, each.suffix);
        if (tag !== asked)
            remarks.add((0,image_tags/* remark */.Vg)(asked, tag));
        return tag === '' ? [] : [tag];
    });
    const version = made.find(each => each.version !== undefined)?.version;
    const plain = made.find(each => each.plain !== '')?.plain;
    const name = version === undefined ? plain : (0,image_tags/* cleanTag */.I8)('', version.whole, '');
    if (tags.length === 0)
        remarks.add('no rule gives a tag for this commit, so nothing can be pushed');
    return { version: name ?? 'dev', tags: [...new Set(tags)], remarks: [...remarks] };
}
function make(rule, occasion, remarks) {
    const { ref, revision, scheduled } = occasion.git;
    const branch = ref?.kind === 'branch' ? ref.name : undefined;
    const tag = ref?.kind === 'tag' ? ref.name : undefined;
    const sourceOf = ({ value }) => value === undefined ? tag : render(value, occasion);
    switch (rule.type) {
        case 'schedule':
            return scheduled === true ? filled(render(rule.pattern, occasion)) : undefined;
        case 'semver':
        case 'pep440':
            return ofVersion(rule, sourceOf(rule) ?? '', occasion, remarks);
        case 'match': {
            const source = sourceOf(rule);
            const found = source === undefined ? undefined : (0,tag_expressions/* regularExpression */.t)(rule.pattern).exec(source)?.[rule.group];
            return filled(found ?? '', { latest: !isPrerelease(found ?? '') });
        }
        case 'edge':
            return branch !== undefined && branch === (rule.branch ?? (0,facts/* defaultBranch */.OR)(occasion.git))
                ? { text: 'edge' }
                : undefined;
        case 'ref':
            if (rule.event === 'branch') {
                const text = (0,image_tags/* branchText */.Ot)(branch ?? '');
                if (branch !== undefined && text !== branch)
                    remarks.add((0,image_tags/* likeRelease */.BJ)(branch));
                return filled(text);
            }
            if (rule.event === 'tag')
                return filled(tag ?? '', { latest: !isPrerelease(tag ?? '') });
            return ref?.kind === 'pull-request' ? { text: String(ref.number), prefix: 'pr-' } : undefined;
        case 'raw':
            return filled(render(rule.value, occasion));
        case 'sha':
            if (revision === undefined)
                return undefined;
            return { text: hash(revision, rule.format), prefix: 'sha-' };
    }
}
function hash(revision, format) {
    if (format === 'long')
        return revision;
    return format === 'short' ? (0,facts/* short */.h0)(revision) : (0,facts/* short */.h0)(revision, format);
}
function ofVersion({ type, pattern, match }, source, occasion, remarks) {
    if (source === '')
        return undefined;
    const found = match === undefined ? [source] : (0,tag_expressions/* regularExpression */.t)(match).exec(source);
    const text = found?.[1] ?? found?.[0];
    if (text === undefined)
        return undefined;
    const version = type === 'semver' ? semanticVersion(text) : pythonVersion(text);
    if (version === undefined) {
        remarks.add(`${(0,printable/* printable */.g$)(JSON.stringify(text.slice(0, 128)))} is not a ${type === 'semver' ? 'semantic version' : 'version of PEP 440'}, so a ${type} rule gives no tag`);
        return undefined;
    }
    const whole = !version.final && !(0,template/* names */.Dy)((0,facts/* parsed */.Yz)(pattern, 'semver'), 'version', 'raw', 'prerelease');
    const tag = whole ? version.whole : render(pattern, occasion, version, text);
    return filled(tag, { version, latest: version.final });
}
function semanticVersion(text) {
    const version = (0,image_version/* parseVersion */.ot)(text);
    if (version === undefined)
        return undefined;
    const prerelease = version.prerelease.join('.');
    return { ...version, whole: (0,image_version/* formatVersion */.qh)(version), prerelease, final: prerelease === '' };
}
function pythonVersion(text) {
    const version = parsePep440(text);
    if (version === undefined)
        return undefined;
    const [major = '', minor = '', patch = ''] = version.release;
    const { whole, suffix } = version;
    return { whole, major, minor, patch, prerelease: suffix, final: suffix === '' };
}
function filled(text, more = {}) {
    return text === '' ? undefined : { text, ...more };
}
function isPrerelease(text) {
    return ((0,image_version/* parseVersion */.ot)(text)?.prerelease.length ?? 0) > 0;
}
const render = (written, { git, now, file }, version, raw = '') => (0,facts/* fill */.GS)((0,facts/* parsed */.Yz)(written, 'semver'), {
    git,
    now,
    file,
    fact: name => (name === 'raw' ? raw : versionFact(name, version)),
});
function versionFact(name, version) {
    switch (name) {
        case 'version':
            return version?.whole ?? '';
        case 'prerelease':
        case 'major':
        case 'minor':
        case 'patch':
            return version?.[name] ?? '';
        default:
            return '';
    }
}

;// CONCATENATED MODULE: ./.build/js/src/image/plan.js





function planImages({ images, tags }, occasion, env = {}) {
    return Object.fromEntries(Object.entries(images).map(([name, image]) => [name, planImage(image.tags ?? tags, occasion, env)]));
}
function planImage(settings, occasion, env) {
    const { git } = occasion;
    if (settings === undefined)
        return { ...(0,image_tags/* planTags */.Vd)(git), cache: (0,image_cache/* planCache */._)(git) };
    const { rules, suffix } = settings;
    if (rules !== 'build.sh') {
        const own = suffix.includes('{{') ? '' : suffix;
        const cache = (0,image_cache/* planCache */._)(git, branch => (0,image_tags/* cleanTag */.I8)('cache-', branch, own));
        return { ...planByRules({ ...settings, rules }, occasion), cache };
    }
    const { ref, revision } = git;
    const more = { sourceTag: env.DOCKER_IMAGE_SOURCE_TAG, imageTag: env.DOCKER_IMAGE_TAG };
    const { version, tags } = planBuildSh({ ref, revision, suffix, ...more });
    const cache = (0,image_cache/* planCache */._)(git, name => (0,image_tags/* cleanTag */.I8)('', planBuildSh({ ref: { kind: 'branch', name }, suffix }).cache, ''));
    return { version, tags, remarks: tags.flatMap(invalid), cache };
}
function invalid(tag) {
    if ((0,reference/* isTag */.dz)(tag))
        return [];
    return [
        `${JSON.stringify(tag)}, which build.sh plans, is not a valid tag, so \`push\` will refuse it; rename the branch`,
    ];
}

// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var finding = __webpack_require__(30217);
// EXTERNAL MODULE: ./.build/js/src/registry/inspect.js
var inspect = __webpack_require__(56021);
// EXTERNAL MODULE: ./.build/js/src/report/images.js
var report_images = __webpack_require__(33732);
// EXTERNAL MODULE: ./.build/js/src/toolkit/command.js
var command = __webpack_require__(90305);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/policy.js + 3 modules
var policy = __webpack_require__(36138);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/build.js



















const buildAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'build',
    description: 'Check the Dockerfiles, build the images with Buildx, and push them by digest to their candidate repositories.',
    inputs: {
        config: actions_inputs/* config */.$W,
        images: (0,toolkit_host/* optional */.lq)('Names of images in slipway.yml, separated by commas or lines; the images that they are built from are built too. Default: all.'),
        push: (0,toolkit_host/* optional */.lq)('Whether to push to `<repository>-candidate`. With `false`, image layouts are written to `output`.', 'true'),
        output: (0,toolkit_host/* optional */.lq)('Folder for OCI image layouts, `<output>/<name>/`, when `push` is `false`.'),
        cache: (0,toolkit_host/* optional */.lq)("Whether to keep BuildKit's cache in the candidate repository as `cache-<branch>`. Only with `push`; pull requests only read it.", 'true'),
        platform: (0,toolkit_host/* optional */.lq)('Platform to build on this machine; `merge` combines the images of several machines. Default: all platforms in slipway.yml.'),
        secrets: (0,toolkit_host/* optional */.lq)('JSON object that maps variable names to values for `secrets` in slipway.yml, in addition to the environment. A run for a fork gets none. A value shorter than 6 characters is not masked in the log. Default: none.'),
        deployed: actions_inputs/* deployedForGrowth */.L1,
        'policy-report': actions_inputs/* policyReport */.Nk,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    outputs: {
        images: 'JSON object that maps image names to the digests that were built.',
        tags: 'Tags for this commit, for `push`: a JSON array such as `["1.4.2", "sha-1a2b3c4"]`, or a JSON object that maps image names to arrays if they differ. With `platform` also those of the images of other platforms.',
        version: 'Version label of the first image; without one, its first tag.',
        size: 'JSON object that maps image names to compressed bytes by platform.',
        steps: 'JSON object that maps image names to the number of steps of their build, as `total`, and of those from the cache, as `cached`.',
        policy: actions_inputs/* policyCounts */.bc,
        reason: 'Why the build was refused or failed, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', tags: '[]', size: '{}', steps: '{}', policy: '{}' },
    recorded: [],
    run: async (inputs, host) => {
        const whole = await (0,load/* loadConfig */.Z9)(inputs.config);
        const part = inputs.platform || undefined;
        const written = part === undefined ? whole : { ...whole, images: (0,parts/* imagesFor */.qV)(part, whole.images) };
        const names = (0,selection/* parseImageNames */.HC)(inputs.images, written.images);
        const output = outputOf(actions_inputs/* flag */.Jt('push', inputs.push), inputs.output);
        const cache = actions_inputs/* flag */.Jt('cache', inputs.cache);
        const env = {
            ...(0,command/* environmentForCommands */.HY)(host.env),
            ...(await actions_inputs/* secretsFor */.$J('builds', inputs.secrets, host)),
        };
        const root = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config));
        const git = await (0,image_git.readGit)(host.env, root);
        const file = (0,facts/* firstLineIn */.w7)(root);
        const plans = planImages(whole, { git, now: Date.now() / 1000, file }, host.env);
        const config = { ...written, images: (0,facts/* withArguments */.$I)(written.images, plans, git, file) };
        const compared = [...(0,selection/* parseDeployedInput */.Of)(inputs.deployed, config.images)].filter(([name]) => config.images[name]?.budget?.growth !== undefined);
        const remarks = new Set(Object.values(plans).flatMap(plan => plan.remarks));
        for (const remark of remarks)
            host.report(`tags: ${remark}`);
        const version = plans[names[0] ?? '']?.version ?? 'dev';
        const signal = host.cancellation();
        const registry = await (0,actions_registry/* registryClient */.R)({ signal });
        const deployed = await (0,inspect/* inspectDeployed */.D)(registry, new Map(compared));
        const { buildImages } = await __webpack_require__.e(/* import() */ 5997).then(__webpack_require__.bind(__webpack_require__, 65997));
        const { reviewSources } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(1068)]).then(__webpack_require__.bind(__webpack_require__, 20898));
        const now = new Date();
        let review = { findings: [], notes: [] };
        const result = await host.quote('Build', print => buildImages({
            images: config.images,
            names,
            root,
            output,
            cache,
            part,
            git,
            plans,
            env,
            signal,
            check: async (sources, builder) => {
                review = await reviewSources({ config, root, now, sources, builder, env: host.env, signal });
                return (0,finding/* reasonOf */.A3)(review.findings);
            },
            inspect: (place, digest) => (0,inspect/* inspectIn */.y)(registry, place, digest),
            report: host.report,
            print,
        }));
        for (const line of result.tail ?? [])
            host.report(line);
        const manifests = (0,map/* mapValues */.LG)(result.built, ({ inspected }) => inspected);
        const measured = (0,budget/* measure */.xP)(config.images, manifests, deployed);
        const reason = result.reason ?? measured.objection;
        for (const note of measured.notes)
            host.report(note);
        const tagged = Object.keys(part === undefined ? result.built : whole.images);
        (0,toolkit_host/* setOutputs */.n0)(host, {
            images: (0,map/* mapValues */.LG)(result.built, ({ digest }) => digest),
            tags: (0,image_tags/* tagsOutput */.LZ)(tagged.map(name => [name, plans[name]?.tags ?? []])),
            version,
            size: (0,budget/* sizesOutput */.u)(measured),
            steps: (0,map/* mapValues */.LG)(result.built, ({ steps }) => steps),
        });
        const { app } = config;
        await (0,policy.publishPolicy)(host, { app, config: inputs.config, review, now, report: inputs['policy-report'] });
        host.output('reason', reason ?? '');
        const ended = { ...result, ...(reason === undefined ? {} : { reason }) };
        await host.summary(`${(0,report_images/* buildSummary */.fR)(app, version, ended, measured)}\n${(0,policy.policySummary)(review)}\n`);
        return reason === undefined;
    },
});
function outputOf(push, folder) {
    if (push && folder !== '') {
        const problem = 'the inputs `output` and `push: true` exclude each other: `output` is for image layouts';
        throw new errors/* UserError */.yo(problem, 'remove `output`, or set `push` to false');
    }
    if (!push && folder === '')
        throw new errors/* UserError */.yo('the input `output` is missing: `push` is false', 'set `output` to a folder');
    return push ? undefined : (0,external_node_path_.resolve)(folder);
}


/***/ }),

/***/ 36138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policySummary: () => (/* reexport */ policySummary),
  publishPolicy: () => (/* binding */ publishPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var policy_finding = __webpack_require__(30217);
;// CONCATENATED MODULE: ./.build/js/src/policy/annotations.js


const most = 9;
function annotationsOf(findings, root) {
    return ['error', 'warning'].flatMap(level => {
        const all = ofLevel(findings, level);
        const shown = foremost(all);
        const rest = all.length - shown.length;
        const more = { title: `policy: ${rest} more`, message: 'see the log and the job summary' };
        return [
            ...shown.map(each => ({ level, annotation: annotationOf(each, root) })),
            ...(rest > 0 ? [{ level, annotation: more }] : []),
        ];
    });
}
function unannotated(findings) {
    const shown = new Set(['error', 'warning'].flatMap(level => foremost(ofLevel(findings, level))));
    return (0,policy_finding/* inOrder */.al)(findings).filter(each => !shown.has(each));
}
const ofLevel = (findings, level) => (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings)).filter(each => each.level === level);
const foremost = (all) => (all.length > most ? all.slice(0, most - 1) : all);
function annotationOf(finding, root) {
    const { rule, images, message, note, remedy, place } = finding;
    const line = place.kind === 'dockerfile' ? place : place.layer?.by;
    const where = place.kind === 'dockerfile' ? '' : `${images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}: `;
    return {
        title: `policy: ${rule}`,
        message: `${where}${message}${note === undefined ? '' : ` (${note})`}; ${remedy}`,
        ...(line === undefined ? {} : { file: (0,external_node_path_.relative)('', (0,external_node_path_.join)(root, line.path)), line: line.line }),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/report.js

function policyReport(app, { findings, notes }, checked, now) {
    const counts = policyCounts(findings);
    return {
        schema: 1,
        app,
        at: now.toISOString(),
        verdict: counts.error === 0 ? 'pass' : 'fail',
        counts,
        findings: findings.map(finding => {
            if (finding.place.kind === 'image')
                return finding;
            const { text: _text, ...place } = finding.place;
            return { ...finding, place };
        }),
        notes,
        checked,
    };
}
const policyCounts = (findings) => ({
    ...(0,policy_finding/* countsOf */.mQ)(findings),
    excused: findings.length - (0,policy_finding/* unexcused */.NI)(findings).length,
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/policy/summary.js





const summary_most = 30;
function policySummary({ findings, notes }) {
    const stand = (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings));
    const excused = findings.filter(each => each.excused !== undefined);
    const rest = stand.length - summary_most;
    return [
        '#### Policy',
        headline(findings),
        (0,markdown/* table */.tp)(['level', 'where', 'what', 'remedy', 'rule'], stand.slice(0, summary_most).map(each => [each.level, whereOf(each), whatOf(each), each.remedy, each.rule])),
        rest > 0 ? `${(0,count/* counted */.h)(rest, 'more finding')}.` : '',
        (0,markdown/* table */.tp)(['tolerated', 'where', 'what', 'by', 'reason', 'until'], excused.map(each => [each.rule, whereOf(each), each.message, ...excuseOf(each)])),
        notes.map(note => `- ${(0,markdown/* cell */.Hn)(note)}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function policyLines({ findings, notes }) {
    return [
        ...unannotated(findings).map(each => {
            const what = `${whereOf(each)}: ${whatOf(each)} [${each.rule}]`;
            return each.excused === undefined
                ? `policy: ${each.level}: ${what}; ${each.remedy}`
                : `policy: tolerated: ${what}`;
        }),
        ...notes.map(note => `policy: ${note}`),
    ];
}
function headline(findings) {
    const { error, warning, info } = (0,policy_finding/* countsOf */.mQ)(findings);
    const all = [(0,count/* counted */.h)(error, 'error'), (0,count/* counted */.h)(warning, 'warning'), `${info} informational`];
    return `${error === 0 ? '✅' : '❌'} ${all.join(', ')}.`;
}
const whereOf = (finding) => (0,printable/* printable */.g$)(finding.place.kind === 'image' ? `${finding.images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}` : (0,policy_finding/* placeOf */.$t)(finding));
const whatOf = ({ message, note }) => (0,printable/* printable */.g$)(note === undefined ? message : `${message} (${note})`);
function excuseOf({ excused }) {
    if (excused === undefined)
        return ['', '', ''];
    return excused.by === 'comment'
        ? [`comment on line ${excused.line}`, excused.reason, '']
        : [excused.owner, excused.reason, excused.expires];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/records.js
var records = __webpack_require__(68538);
// EXTERNAL MODULE: ./.build/js/src/actions/reports.js
var reports = __webpack_require__(46158);
;// CONCATENATED MODULE: ./.build/js/src/actions/policy.js








async function publishPolicy(host, { app, config, review, images, now, report }) {
    host.output('policy', JSON.stringify(policyCounts(review.findings)));
    const checked = images === undefined ? { what: 'dockerfiles', images: review.read ?? [] } : { what: 'images', images };
    const text = `${JSON.stringify(policyReport(app, review, checked, now), null, 2)}\n`;
    if (report !== '')
        await (0,reports/* writeReport */.u)(report, text);
    await (0,records.writeRecord)(host.env, ['policy', checked.what, config], text).catch((error) => host.annotate('warning', {
        message: `the record of the policy was not written: ${(0,errors/* innermostCause */.$C)(error)}`,
    }));
    for (const line of policyLines(review))
        host.report(line);
    for (const { level, annotation } of annotationsOf(review.findings, (0,external_node_path_.dirname)(config)))
        host.annotate(level, annotation);
    return (0,policy_finding/* reasonOf */.A3)(review.findings);
}



/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68538);




async function writeReport(path, text, record) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        if (record !== undefined)
            await (0,_toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__.writeRecord)(record.env, record.about, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}`, 'choose another file', { cause: error });
    }
}


/***/ }),

/***/ 24020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   cL: () => (/* binding */ formatParts),
/* harmony export */   xF: () => (/* binding */ parseDateFormat)
/* harmony export */ });
const padded = (value, width) => String(value).padStart(width, '0');
const named = (at, part) => new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...part }).format(at);
const fields = {
    YYYY: (at) => padded(at.getUTCFullYear(), 4),
    YY: (at) => padded(at.getUTCFullYear() % 100, 2),
    Q: (at) => String(Math.ceil((at.getUTCMonth() + 1) / 3)),
    MMMM: (at) => named(at, { month: 'long' }),
    MMM: (at) => named(at, { month: 'short' }),
    MM: (at) => padded(at.getUTCMonth() + 1, 2),
    M: (at) => String(at.getUTCMonth() + 1),
    DDDD: (at) => padded(dayOfYear(at), 3),
    DD: (at) => padded(at.getUTCDate(), 2),
    D: (at) => String(at.getUTCDate()),
    GGGG: (at) => padded(thursdayOf(at).getUTCFullYear(), 4),
    WW: (at) => padded(isoWeek(at), 2),
    W: (at) => String(isoWeek(at)),
    dddd: (at) => named(at, { weekday: 'long' }),
    ddd: (at) => named(at, { weekday: 'short' }),
    d: (at) => String(at.getUTCDay()),
    E: (at) => String(at.getUTCDay() || 7),
    A: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
    a: (at) => (at.getUTCHours() < 12 ? 'am' : 'pm'),
    HH: (at) => padded(at.getUTCHours(), 2),
    H: (at) => String(at.getUTCHours()),
    hh: (at) => padded(at.getUTCHours() % 12 || 12, 2),
    h: (at) => String(at.getUTCHours() % 12 || 12),
    mm: (at) => padded(at.getUTCMinutes(), 2),
    m: (at) => String(at.getUTCMinutes()),
    ss: (at) => padded(at.getUTCSeconds(), 2),
    s: (at) => String(at.getUTCSeconds()),
    X: (_, seconds) => String(Math.floor(seconds)),
};
const formatParts = Object.keys(fields);
function parseDateFormat(format) {
    return (format.match(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z[]+|\[/g) ?? []).map((text) => {
        if (text.length > 1 && text.startsWith('['))
            return { kind: 'text', text: text.slice(1, -1) };
        if (!/^[A-Za-z]/.test(text))
            return { kind: 'text', text };
        const field = formatParts.find(each => each === text);
        return field === undefined ? { kind: 'unknown', text } : { kind: 'field', field };
    });
}
function formatDate(seconds, format, zone) {
    const at = clockAt(seconds, zone);
    return parseDateFormat(format)
        .map(part => (part.kind === 'field' ? fields[part.field](at, seconds) : part.text))
        .join('');
}
function clockAt(seconds, zone) {
    const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' };
    const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    const parts = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        calendar: 'gregory',
        ...numbers,
        ...times,
    }).formatToParts(new Date(seconds * 1000));
    const of = (type) => Number(parts.find(part => part.type === type)?.value ?? 0);
    return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}
const dayOfYear = (at) => Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 0)) / 86_400_000);
const thursdayOf = (at) => new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000);
const isoWeek = (at) => Math.ceil(dayOfYear(thursdayOf(at)) / 7);


/***/ }),

/***/ 96314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isVersioned),
/* harmony export */   t: () => (/* binding */ regularExpression)
/* harmony export */ });
function regularExpression(written) {
    const [, source = written, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(written) ?? [];
    return new RegExp(source, flags);
}
const isVersioned = (rule) => rule.type === 'semver' || rule.type === 'pep440';


/***/ }),

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   Rc: () => (/* binding */ templateMistake)
/* harmony export */ });
/* harmony import */ var _date_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24020);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34182);


const general = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'];
const ofVersion = ['version', 'raw', 'major', 'minor', 'patch', 'prerelease'];
const ofArgument = ['version', 'commit'];
const factsOf = {
    general,
    semver: [...ofVersion, ...general],
    argument: [...ofArgument, ...general],
};
const wrong = (mistake) => ({ mistake });
const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;
const belowFolder = /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u;
const fileExpression = /^file\s+(?:'([^']*)'|"([^"]*)")$/;
function parseTemplate(text, scope) {
    const parts = [];
    let rest = text;
    while (rest !== '') {
        const open = rest.indexOf('{{');
        if (open !== 0) {
            const before = open < 0 ? rest : rest.slice(0, open);
            const escapes = scope === 'argument' && open > 0 && before.endsWith('\\');
            const taken = escapes && !before.endsWith('\\\\');
            parts.push({ kind: 'text', text: `${escapes ? before.slice(0, -1) : before}${taken ? '{{' : ''}` });
            rest = open < 0 ? '' : rest.slice(taken ? open + 2 : open);
            continue;
        }
        const close = rest.indexOf('}}');
        if (close < 0)
            return wrong(`has a \`{{\` without its \`}}\`; ${orLiterally('add it', scope)}`);
        const part = parseExpression(rest.slice(2, close).trim(), scope);
        if ('mistake' in part)
            return part;
        parts.push(part);
        rest = rest.slice(close + 2);
    }
    return parts;
}
function orLiterally(remedy, scope) {
    if (scope !== 'argument')
        return remedy;
    return `${remedy}${remedy.endsWith('?') ? ' For' : '; for'} literal braces, write \`\\{{\``;
}
function templateMistake(text, scope) {
    const template = parseTemplate(text, scope);
    return 'mistake' in template ? template.mistake : undefined;
}
function names(template, ...facts) {
    return template.some(part => part.kind === 'fact' && facts.some(fact => fact === part.name));
}
function parseExpression(written, scope) {
    const known = factsOf[scope];
    const fact = known.find(each => each === written);
    if (fact !== undefined)
        return { kind: 'fact', name: fact };
    if (scope === 'argument' && /^date\b/.test(written))
        return wrong('names the time of the run, so each build of a commit would give a different image; write `commit_date`');
    if (/^(date|commit_date)\b/.test(written))
        return parseDate(written);
    if (/^file\b/.test(written))
        return parseFile(written);
    const foreign = ofVersion.find(each => each === written);
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    if (foreign !== undefined)
        return wrong(`names \`{{${foreign}}}\`, which is only allowed in the pattern of a semver or pep440 rule; remove it`);
    return wrong(`names \`{{${shown}}}\`, which is unknown; ${orLiterally((0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date', 'file']), scope)}`);
}
function parseDate(written) {
    const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
    const format = single ?? double;
    if ((of !== 'date' && of !== 'commit_date') || format === undefined)
        return wrong("has a date without a format; write it as in {{date 'YYYYMMDD'}}");
    const unknown = (0,_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDateFormat */ .xF)(format).find(part => part.kind === 'unknown');
    if (unknown !== undefined)
        return wrong(`has a date with \`${unknown.text}\`, which is unknown; use ${_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatParts */ .cL.join(', ')}, and write text in brackets, as in [text]`);
    const zone = zoneSingle ?? zoneDouble ?? 'UTC';
    if (!isZone(zone))
        return wrong(`has a date in \`${zone}\`, which is not a time zone; write one such as Europe/Berlin`);
    return { kind: 'date', of, format, zone };
}
function parseFile(written) {
    const [, single, double] = fileExpression.exec(written) ?? [];
    const path = single ?? double ?? '';
    if (belowFolder.test(path))
        return { kind: 'file', path };
    return wrong("has a file without a path below the folder of slipway.yml; write it as in {{file 'VERSION'}}");
}
function isZone(zone) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 67622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ sizesOutput),
/* harmony export */   xP: () => (/* binding */ measure)
/* harmony export */ });
/* unused harmony export exact */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24737);


const shown = 5;
const partOf = (image, platform) => image?.platforms.find(each => (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(each.platform) === (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(platform));
function measure(images, built, deployed) {
    const sizes = Object.entries(built).flatMap(([image, { platforms }]) => platforms.map(({ platform, bytes }) => {
        const { compressed: most, growth } = images[image]?.budget ?? {};
        const before = partOf(deployed[image], platform)?.bytes;
        const grown = growth === undefined || before === undefined ? undefined : withGrowth(before, growth);
        return { image, platform, bytes, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ most, before, grown }) };
    }));
    const absent = Object.entries(built).flatMap(([image, inspected]) => (images[image]?.platforms ?? [])
        .filter(platform => partOf(inspected, platform) === undefined)
        .map(platform => `the image "${image}" lacks the platform ${platform}`));
    const problems = [...absent, ...sizes.flatMap(problemsOf)];
    const [first] = problems;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    return {
        sizes,
        largest: Object.keys(built).flatMap(image => largestOf(image, built[image], deployed[image])),
        notes: sizes
            .filter(({ image, before }) => images[image]?.budget?.growth !== undefined && before === undefined)
            .map(({ image, platform }) => `the growth of "${image}" for ${platform} is not checked: its deployed image is not known`),
        ...(first === undefined ? {} : { objection: `${first}${more}; ${remedyFor(absent)}` }),
    };
}
function withGrowth(before, percent) {
    return before + Math.floor(Number((before * percent).toPrecision(15)) / 100);
}
function problemsOf({ image, platform, bytes, most, before, grown }) {
    const size = `the image "${image}" for ${platform} is ${exact(bytes)} compressed`;
    return [
        ...(most !== undefined && bytes > most ? [`${size}, but its budget is ${exact(most)}`] : []),
        ...(grown !== undefined && before !== undefined && bytes > grown
            ? [`${size}, but the deployed image is ${exact(before)} and may grow only to ${exact(grown)}`]
            : []),
    ];
}
const remedyFor = (absent) => absent.length > 0
    ? 'build that platform, or remove it from `platforms` in slipway.yml'
    : 'check its largest layers in the summary, or change `budget` in slipway.yml';
function largestOf(image, built, deployed) {
    const before = new Set(deployed?.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const found = new Map();
    for (const { platform, layers } of built?.platforms ?? []) {
        for (const { digest, bytes } of layers) {
            const platforms = found.get(digest)?.platform.split(', ') ?? [];
            const all = [...new Set([...platforms, platform])].join(', ');
            found.set(digest, { image, platform: all, digest, bytes, known: before.has(digest) });
        }
    }
    return [...found.values()].sort((a, b) => b.bytes - a.bytes).slice(0, shown);
}
function sizesOutput({ sizes }) {
    const output = {};
    for (const { image, platform, bytes } of sizes)
        output[image] = { ...output[image], [platform]: bytes };
    return output;
}
function exact(bytes) {
    return `${bytes.toLocaleString('en-US')} bytes`;
}


/***/ }),

/***/ 46678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cacheOfPart),
/* harmony export */   _: () => (/* binding */ planCache)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99662);


function planCache({ ref, defaultBranch = 'main' }, cacheTag = (branch) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanTag */ .I8)('cache-', branch, '')) {
    const own = ref?.kind === 'branch' ? ref.name : undefined;
    const base = ref?.kind === 'pull-request' ? ref.base : undefined;
    const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
    return { from: [...new Set(from)], ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ to: own && cacheTag(own) }) };
}
function cacheOfPart(tag, platform) {
    const suffix = `-${platform.replaceAll('/', '-')}`;
    return `${tag.slice(0, _tags_js__WEBPACK_IMPORTED_MODULE_0__/* .longestTag */ .tr - suffix.length)}${suffix}`;
}


/***/ }),

/***/ 60064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ withArguments),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   OR: () => (/* binding */ defaultBranch),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   w7: () => (/* binding */ firstLineIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_date_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24020);
/* harmony import */ var _config_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1808);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72315);






function fill(template, facts) {
    return template
        .map(part => {
        if (part.kind === 'text')
            return part.text;
        if (part.kind === 'fact')
            return factOf(part.name, facts);
        if (part.kind === 'file')
            return facts.file?.(part.path) ?? '';
        const seconds = part.of === 'date' ? facts.now : facts.git.time;
        return seconds === undefined ? '' : (0,_config_date_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDate */ .Yq)(seconds, part.format, part.zone);
    })
        .join('');
}
function parsed(written, scope) {
    const template = (0,_config_template_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTemplate */ .QC)(written, scope);
    if ('mistake' in template)
        throw new Error(`${written} ${template.mistake}`);
    return template;
}
function withArguments(images, plans, git, file) {
    const filled = Object.entries(images).map(([name, image]) => {
        const fact = (asked) => (asked === 'version' ? (plans[name]?.version ?? '') : '');
        const args = Object.entries(image.args).map(([key, value]) => [key, fill(parsed(value, 'argument'), { git, file, fact })]);
        return [name, { ...image, args: Object.fromEntries(args) }];
    });
    return Object.fromEntries(filled);
}
function firstLineIn(folder) {
    return path => {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path), 'utf8').split('\n', 1)[0]?.trim() ?? '';
        }
        catch (error) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`slipway.yml takes a text from ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(path)}, which cannot be read: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .innermostCause */ .$C)(error)}`, 'write the path of a file in the commit, relative to slipway.yml');
        }
    };
}
const usualBranch = 'main';
const defaultBranch = (git) => git.defaultBranch ?? usualBranch;
const short = (revision, digits = 7) => revision.slice(0, digits);
function factOf(name, { git, fact }) {
    const { ref, revision = '' } = git;
    const branch = ref?.kind === 'branch' ? ref.name : '';
    const isDefault = ref?.kind === 'branch' && branch === defaultBranch(git);
    const known = {
        branch,
        tag: ref?.kind === 'tag' ? ref.name : '',
        sha: short(revision),
        commit: revision,
        base_ref: ref?.kind === 'pull-request' ? (ref.base ?? '') : '',
        is_default_branch: String(isDefault),
        is_not_default_branch: String(!isDefault),
    };
    return known[name] ?? fact(name);
}


/***/ }),

/***/ 80748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGit: () => (/* binding */ readGit),
  Ie: () => (/* binding */ readGitHubEvent),
  vz: () => (/* binding */ sourceOf)
});

// UNUSED EXPORTS: gitOfGitHub

// EXTERNAL MODULE: ./.build/js/src/toolkit/ci.js
var ci = __webpack_require__(44998);
// EXTERNAL MODULE: ./.build/js/src/toolkit/git.js
var toolkit_git = __webpack_require__(72652);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/image/pipelines.js

function gitOfGitLab(env) {
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.CI_COMMIT_TAG,
            request: env.CI_MERGE_REQUEST_IID,
            base: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
            branch: env.CI_COMMIT_BRANCH,
        }),
        revision: env.CI_COMMIT_SHA || undefined,
        source: env.CI_PROJECT_URL || undefined,
        defaultBranch: env.CI_DEFAULT_BRANCH || undefined,
        scheduled: env.CI_PIPELINE_SOURCE === 'schedule' || undefined,
    });
}
function gitOfJenkins(env, sourceOf) {
    const { BRANCH_NAME } = env;
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.TAG_NAME,
            request: env.CHANGE_ID,
            base: env.CHANGE_TARGET,
            branch: BRANCH_NAME || env.GIT_BRANCH?.replace(/^origin\//, ''),
        }),
        revision: env.GIT_COMMIT || undefined,
        source: sourceOf(env.GIT_URL ?? ''),
        defaultBranch: (env.BRANCH_IS_PRIMARY === 'true' && BRANCH_NAME) || undefined,
    });
}
function refOf({ tag, request, base, branch, }) {
    if (request) {
        const number = Number(request);
        if (!Number.isSafeInteger(number))
            return undefined;
        return { kind: 'pull-request', number, ...(base ? { base } : {}) };
    }
    if (tag)
        return { kind: 'tag', name: tag };
    return branch ? { kind: 'branch', name: branch } : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/image/git.js





async function readGit(env, folder) {
    const git = async (...args) => (await (0,toolkit_git/* askGit */.g)(folder, args, 10_000))?.trim() ?? '';
    const known = await gitOf(env, git);
    const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
    return { ...known, ...(0,map/* defined */.sw)({ time }) };
}
async function gitOf(env, git) {
    if (env.GITHUB_REF !== undefined)
        return gitOfGitHub(env, await readGitHubEvent(env));
    switch ((0,ci/* ciOf */.s)(env)) {
        case 'gitlab':
            return gitOfGitLab(env);
        case 'jenkins':
            return gitOfJenkins(env, sourceOf);
        default:
            return gitOfFolder(git);
    }
}
function gitOfGitHub(env, event) {
    const { GITHUB_REF = '', GITHUB_SHA, GITHUB_EVENT_NAME } = env;
    if (event.earlierPull !== undefined) {
        const { number, base, revision } = event.earlierPull;
        const ref = number === undefined ? undefined : { kind: 'pull-request', number, ...(0,map/* defined */.sw)({ base }) };
        return (0,map/* defined */.sw)({ ref, revision, source: sourceOfGitHub(env), defaultBranch: event.defaultBranch });
    }
    const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
    const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
    const number = pull === undefined ? event.number : Number(pull);
    const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
    let ref;
    if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
        ref = { kind: 'pull-request', number, ...base };
    else if (named?.[2] !== undefined)
        ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
    return (0,map/* defined */.sw)({
        ref,
        revision: GITHUB_SHA || undefined,
        source: sourceOfGitHub(env),
        defaultBranch: event.defaultBranch,
        scheduled: GITHUB_EVENT_NAME === 'schedule' || undefined,
    });
}
const sourceOfGitHub = ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) => GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
async function readGitHubEvent(env) {
    const { number, repository, workflow_run: earlier } = await (0,github/* workflowEvent */.kH)(env);
    const branch = (0,map/* isMap */.jh)(repository) ? repository.default_branch : undefined;
    return (0,map/* defined */.sw)({
        earlierPull: (0,map/* isMap */.jh)(earlier) && /^pull_request/.test(String(earlier.event)) ? earlierPullOf(earlier) : undefined,
        number: typeof number === 'number' ? number : undefined,
        defaultBranch: typeof branch === 'string' && branch !== '' ? branch : undefined,
    });
}
function earlierPullOf({ head_sha: revision, pull_requests: pulls }) {
    const pull = Array.isArray(pulls) ? pulls[0] : undefined;
    const base = (0,map/* isMap */.jh)(pull) && (0,map/* isMap */.jh)(pull.base) ? pull.base.ref : undefined;
    return (0,map/* defined */.sw)({
        number: (0,map/* isMap */.jh)(pull) && typeof pull.number === 'number' ? pull.number : undefined,
        base: typeof base === 'string' ? base : undefined,
        revision: typeof revision === 'string' ? revision : undefined,
    });
}
async function gitOfFolder(git) {
    const [revision, tag, branch, remote] = await Promise.all([
        git('rev-parse', 'HEAD'),
        git('describe', '--exact-match', '--tags', 'HEAD'),
        git('symbolic-ref', '--short', 'HEAD'),
        git('remote', 'get-url', 'origin'),
    ]);
    const name = branch || tag;
    return (0,map/* defined */.sw)({
        ref: name === '' ? undefined : { kind: branch === '' ? 'tag' : 'branch', name },
        revision: revision || undefined,
        source: sourceOf(remote),
    });
}
function sourceOf(remote) {
    const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
    if (ssh !== null)
        return `https://${ssh[1]}/${ssh[2]}`;
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { protocol, host, pathname } = new URL(remote);
    return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 24737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ usualPlatform),
/* harmony export */   il: () => (/* binding */ parseParts),
/* harmony export */   qV: () => (/* binding */ imagesFor)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




function imagesFor(platform, images) {
    const all = [...new Set(Object.values(images).flatMap(({ platforms = [] }) => platforms))];
    if (!all.includes(platform)) {
        const known = all.length === 0 ? 'add `platforms` to the images' : `choose one of ${all.join(', ')}`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`platform\` is "${platform}", which no image of slipway.yml has`, known);
    }
    const chosen = Object.entries(images).filter(([, { platforms }]) => platforms?.includes(platform) ?? true);
    const names = new Set(chosen.map(([name]) => name));
    for (const [name, { bases }] of chosen) {
        const lacking = bases.find(base => !names.has(base));
        if (lacking !== undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the image "${name}" is built for ${platform}, but its base "${lacking}" is not`, `add ${platform} to the platforms of "${lacking}" in slipway.yml`);
    }
    return Object.fromEntries(chosen.map(([name, image]) => [name, { ...image, platforms: [platform] }]));
}
function usualPlatform(platform) {
    if (platform === 'linux/arm')
        return 'linux/arm/v7';
    return platform.replace(/^(.+\/arm64)\/v8$|^(.+\/amd64)\/v1$/, '$1$2');
}
function parseParts(text, images) {
    const remedy = 'pass a JSON array of the outputs `images` of `build`, such as [{"shop": "sha256:…"}, {"shop": "sha256:…"}]';
    const value = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonInput */ .$1)('parts', text, remedy);
    if (!Array.isArray(value) || !value.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `parts` is not a JSON array of objects', remedy);
    const parts = new Map();
    for (const [name, digest] of value.flatMap(part => Object.entries(part))) {
        if (!Object.hasOwn(images, name))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`parts\` names "${name}", which is not in slipway.yml`, remedy);
        if (typeof digest !== 'string' || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`parts\` has no digest for "${name}"`, remedy);
        parts.set(name, [...new Set([...(parts.get(name) ?? []), digest])]);
    }
    if (parts.size === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `parts` names no image', remedy);
    return parts;
}


/***/ }),

/***/ 99662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ likeRelease),
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Ot: () => (/* binding */ branchText),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   tr: () => (/* binding */ longestTag)
/* harmony export */ });
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78271);


const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = cleanTag('', name, '') || 'dev';
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
    if (ref?.kind === 'branch' && name !== ref.name)
        remarks.unshift(likeRelease(ref.name));
    return { version, tags: [...new Set([version, ...commit])], remarks };
}
function cleanTag(prefix, text, suffix) {
    const clean = (part) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
    const trimmed = (part) => part.replace(/^[.-]+/, '');
    const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
    const middle = before === '' ? trimmed(clean(text)) : clean(text);
    const room = Math.max(0, longestTag - before.length - after.length);
    return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}
function branchText(name) {
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(cleanTag('', name, '')) === undefined ? name : `branch-${name}`;
}
function likeRelease(name) {
    return `the branch ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(name))} is named like a release, so its tag begins with branch-`;
}
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
    if (tag === '')
        return `${shown} has no character that is valid in a tag, so it gives no tag`;
    const reasons = [
        /[^A-Za-z0-9_.-]/.test(asked) ? 'invalid characters become "-"' : undefined,
        /^[^A-Za-z0-9_]/.test(asked) ? 'a tag starts with a letter, a digit or "_"' : undefined,
        asked.length > longestTag ? `a tag has at most ${longestTag} characters` : undefined,
    ].filter(reason => reason !== undefined);
    return `${shown} cannot be a tag and becomes ${tag}: ${reasons.join(', ')}`;
}
function tagsOutput(images) {
    const lists = images.map(([, tags]) => JSON.stringify(tags));
    const [first = '[]'] = lists;
    return lists.every(list => list === first) ? first : JSON.stringify(Object.fromEntries(images));
}
function nameOf(ref) {
    if (ref === undefined)
        return 'dev';
    if (ref.kind === 'pull-request')
        return `pr-${ref.number}`;
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : branchText(ref.name);
}


/***/ }),

/***/ 78271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
const number = '0|[1-9]\\d*';
const part = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(`^[vV]?(${number})\\.(${number})\\.(${number})(?:-(${part}(?:\\.${part})*))?(?:\\+[0-9A-Za-z.-]+)?$`);
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = pattern.exec(text) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { major, minor, patch, prerelease: prerelease?.split('.') ?? [] };
}
function formatVersion({ major, minor, patch, prerelease }) {
    return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;
}
function compareVersions(a, b) {
    return (compareNumbers(a.major, b.major) ||
        compareNumbers(a.minor, b.minor) ||
        compareNumbers(a.patch, b.patch) ||
        comparePrereleases(a.prerelease, b.prerelease));
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return Math.sign(b.length - a.length);
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        const order = compareParts(left, right);
        if (order !== 0)
            return order;
    }
    return a.length === b.length ? 0 : -1;
}
function compareParts(a, b) {
    const [left, right] = [a, b].map(each => /^\d+$/.test(each));
    if (left !== right)
        return left ? -1 : 1;
    return left ? compareNumbers(a, b) : compareTexts(a, b);
}
function compareNumbers(a, b) {
    return Math.sign(a.length - b.length) || compareTexts(a, b);
}
const compareTexts = (a, b) => (a === b ? 0 : a < b ? -1 : 1);


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const unexcused = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => unexcused(findings).filter(each => each.level === level).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}
function placeOf({ place }) {
    if (place.kind === 'dockerfile')
        return `${place.path}:${place.line}`;
    const { path, layer, platforms } = place;
    if (path === undefined)
        return `configuration (${platforms.join(', ')})`;
    if (layer === undefined)
        return `/${path} (${platforms.join(', ')})`;
    const { number, of, base, by } = layer;
    const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
    return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}
function inOrder(findings) {
    const key = ({ place }) => place.kind === 'dockerfile'
        ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
        : `1 ${place.path ?? ''}`;
    return [...findings].sort((a, b) => severity(b.level) - severity(a.level) ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
function reasonOf(findings) {
    const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ }),

/***/ 56021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ inspectDeployed),
/* harmony export */   y: () => (/* binding */ inspectIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32567);



async function inspectIn(registry, place, digest) {
    const tree = 'repository' in place
        ? await registry.tree(place.repository, digest)
        : await (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutTree */ .TA)(place.folder, { digest, mediaType: '' });
    if (tree !== undefined)
        return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree);
    const where = 'repository' in place ? place.repository : place.folder;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where} does not have ${digest}, which was just built there`, 'run the step again');
}
async function inspectDeployed(registry, deployed) {
    const read = async (name, { repository, digest }) => {
        const tree = await registry.tree(repository, digest);
        if (tree !== undefined)
            return [name, (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree)];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} does not have ${digest}, which the input \`deployed\` names for "${name}"`, 'name the digest that is deployed now, or leave it out once to skip the comparison');
    };
    return Object.fromEntries(await Promise.all([...deployed].map(([name, place]) => read(name, place))));
}


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
}


/***/ }),

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 90305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ runLogged),
/* harmony export */   HY: () => (/* binding */ environmentForCommands)
/* harmony export */ });
/* unused harmony exports runCommand, commandGuard */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);






const watched = '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';
async function runCommand(options) {
    const { run, folder, env, log, signal } = options;
    const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
    const bash = (0,_child_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .a)('bash');
    if (bash === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('there is no bash on the PATH', 'install bash');
    if (signal.aborted)
        return { kind: 'cancelled' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'pipe'],
    });
    const send = (name) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, name);
        }
        catch {
        }
    };
    const timers = [];
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(() => send('SIGTERM'), terminate), setTimeout(() => send('SIGKILL'), kill));
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, name] = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (...how) => resolve(how));
        });
        if (signal.aborted)
            return { kind: 'cancelled' };
        return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
    }
    finally {
        signal.removeEventListener('abort', end);
        for (const timer of timers)
            clearTimeout(timer);
        send('SIGKILL');
        child.stdio[3]?.destroy();
    }
}
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE|ARTIFACTS)|ACTIONS_.*|INPUT_.*|SLIPWAY_JOB_TOKEN)$/;
function environmentForCommands(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}
function commandGuard(token, group) {
    const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsOff */ .Ul)(token);
    const [start, end] = group === undefined ? ['', ''] : [`::group::${group}\n`, '::endgroup::\n'];
    return { before: `${start}${stop}\n`, after: `\n${resume}\n${end}` };
}
async function runLogged({ report, group, ...command }) {
    const { run, folder, env, log } = command;
    report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
    const guard = env.GITHUB_ACTIONS === 'true' ? commandGuard((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)(), group) : { before: '', after: '' };
    say(log, guard.before);
    try {
        return await runCommand({ ...command, env: environmentForCommands(env) });
    }
    finally {
        say(log, guard.after);
    }
}
function say(log, text) {
    for (;;) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(log, text);
            return;
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ }),

/***/ 72652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf),
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);


async function askGit(folder, args, timeout) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(timeout) };
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options).catch(() => undefined);
    return answer?.code === 0 ? answer.stdout : undefined;
}
const longest = 60_000;
async function commitOf(folder, revision) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
    const { code, stdout, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options);
    if (code === 0)
        return { commit: stdout.trim() };
    return { why: (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(stderr.trim() || `there is no commit ${revision}`) };
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kr: () => (/* binding */ runForOutput),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .dieWithParent */ .f)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', message => {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
});
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const endingOf = (code) => code === undefined ? 'was killed by a signal' : `exited with code ${code}`;
async function runForOutput(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ }),

/***/ 68538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationIn: () => (/* binding */ applicationIn),
/* harmony export */   recordsFolder: () => (/* binding */ recordsFolder),
/* harmony export */   writeRecord: () => (/* binding */ writeRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37108);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




function recordsFolder({ SLIPWAY_RECORDS, GITHUB_ACTIONS, RUNNER_TEMP = '', }) {
    const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'slipway-records') : '';
    return SLIPWAY_RECORDS ?? usual;
}
async function applicationIn(path) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const value = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')
        .then(text => parse(text, { logLevel: 'error' }))
        .catch(() => undefined);
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value) && typeof value.app === 'string' ? value.app.slice(0, 100) : '';
}
async function writeRecord(env, about, content) {
    const folder = recordsFolder(env);
    if (folder === '')
        return;
    const file = about
        .filter(text => text !== '' && text !== 'slipway.yml')
        .join('-')
        .replace(/[^\w.-]/g, '_');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const name = file.length > 150 ? `${file.slice(0, 133)}-${(0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(file).slice(0, 16)}` : file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${name}.json`), content, { mode: 0o600 });
}


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting)
/* harmony export */ });
/* unused harmony export largestSummary */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}


/***/ })

};
