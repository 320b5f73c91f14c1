export const id = 6976;
export const ids = [6976];
export const modules = {

/***/ 76976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pushAction: () => (/* binding */ pushAction)
});

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/config/template.js
var config_template = __webpack_require__(1808);
// EXTERNAL MODULE: ./.build/js/src/image/facts.js
var facts = __webpack_require__(60064);
// EXTERNAL MODULE: ./.build/js/src/image/version.js
var image_version = __webpack_require__(78271);
;// CONCATENATED MODULE: ./.build/js/src/image/forms.js



const major = '[vV]?(?<major>\\d{1,4})';
function formsOf(settings) {
    const plain = { prefix: '', suffix: '' };
    const rules = settings === undefined || settings.rules === 'build.sh' ? [] : settings.rules;
    const arounds = [
        ...new Map([settings ?? plain, ...rules.map(rule => aroundOf(rule, settings ?? plain))].map(({ prefix, suffix }) => [`${prefix}\n${suffix}`, { prefix, suffix }])).values(),
    ]
        .filter(({ prefix, suffix }) => `${prefix}${suffix}` !== '' && !`${prefix}${suffix}`.includes('{{'))
        .sort((a, b) => lengthOf(b) - lengthOf(a));
    return {
        floating: [
            ...[...arounds, plain].flatMap(around => ['latest', major, `${major}\\.(?<minor>\\d+)`].map(middle => forms_form(around, middle))),
            ...rules.flatMap(rule => rule.type === 'semver' ? patternForm(rule, aroundOf(rule, settings ?? plain)) : []),
        ],
        whole: [...arounds, plain].map(around => forms_form(around, '(?<version>[vV]?\\d.*)')),
    };
}
function floatingForm(tag, forms) {
    return forms.floating.find(each => each.test(tag));
}
function standsFor(tag, form, version) {
    const groups = form.exec(tag)?.groups ?? {};
    return ['major', 'minor', 'patch'].every(part => groups[part] === undefined || groups[part] === version[part]);
}
function versionIn(text, forms) {
    for (const whole of forms.whole) {
        const version = (0,image_version/* parseVersion */.ot)(whole.exec(text)?.groups?.version ?? '');
        if (version !== undefined)
            return version;
    }
    return (0,image_version/* parseVersion */.ot)(text);
}
const lengthOf = ({ prefix, suffix }) => prefix.length + suffix.length;
function aroundOf({ prefix, suffix }, all) {
    return { prefix: prefix ?? all.prefix, suffix: suffix ?? all.suffix };
}
function forms_form({ prefix, suffix }, middle) {
    return new RegExp(`^${literal(prefix)}${middle}${literal(suffix)}$`);
}
function patternForm({ pattern }, { prefix, suffix }) {
    const template = (0,facts/* parsed */.Yz)(`${prefix}${pattern}${suffix}`, 'semver');
    const numbers = ['major', 'minor', 'patch'].filter(part => (0,config_template/* names */.Dy)(template, part));
    const anything = numbers.length === 0 && template.every(part => part.kind !== 'text');
    if (anything || numbers.length === 3 || (0,config_template/* names */.Dy)(template, 'version', 'raw', 'prerelease'))
        return [];
    if (template.some(part => part.kind === 'date' || (0,config_template/* names */.Dy)([part], 'tag', 'sha')))
        return [];
    const seen = new Set();
    const source = template.map(part => {
        if (part.kind === 'text')
            return literal(part.text);
        const name = part.kind === 'fact' ? numbers.find(each => each === part.name) : undefined;
        if (name === undefined)
            return '[\\w.-]*';
        if (seen.has(name))
            return '\\d+';
        seen.add(name);
        return `(?<${name}>\\d+)`;
    });
    return [new RegExp(`^${source.join('')}$`)];
}
function literal(text) {
    return text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/[.]/g, '\\.');
}

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/image/tags.js
var image_tags = __webpack_require__(99662);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/image/tags-input.js




const tags_input_form = 'write a JSON list such as ["1.4.2"], or names separated by commas';
function parseTagsInput(text, images) {
    const written = /^\s*[[{]/.test(text) ? parseJson(text) : namesIn(text);
    if (Array.isArray(written)) {
        const tags = checked(written, 'names no tag');
        return Object.fromEntries(images.map(name => [name, tags]));
    }
    return Object.fromEntries(images.map(name => {
        const list = Object.hasOwn(written, name) ? written[name] : undefined;
        return [name, checked(Array.isArray(list) ? list : [], `names no tag for the image "${name}"`)];
    }));
}
function parseAdoptInput(text) {
    const wrong = namesIn(text).find(tag => !(0,reference/* isTag */.dz)(tag));
    if (wrong === undefined)
        return namesIn(text);
    throw new errors/* UserError */.yo(`the \`adopt\` input names ${shown(wrong)}, which is not a tag`, 'write tags separated by commas, such as latest,1');
}
function checked(tags, none) {
    if (tags.length === 0)
        throw new errors/* UserError */.yo(`the \`tags\` input ${none}`, tags_input_form);
    const wrong = tags.find(tag => typeof tag !== 'string' || !(0,reference/* isTag */.dz)(tag));
    if (wrong === undefined)
        return [...new Set(tags)];
    throw new errors/* UserError */.yo(`${shown(wrong)} in the \`tags\` input is not a tag`, 'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"');
}
function namesIn(text) {
    return text
        .split(',')
        .map(tag => tag.trim())
        .filter(tag => tag !== '');
}
function parseJson(text) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value) || (0,map/* isMap */.jh)(value))
            return value;
    }
    catch { }
    const kind = text.trimStart().startsWith('[') ? 'list' : 'map';
    throw new errors/* UserError */.yo(`the \`tags\` input is not a JSON ${kind}`, tags_input_form);
}
function shown(value) {
    return (0,printable/* printable */.g)(String(JSON.stringify(value)).slice(0, 140));
}

// EXTERNAL MODULE: ./.build/js/src/promotion/proof.js
var proof = __webpack_require__(93769);
// EXTERNAL MODULE: ./.build/js/src/registry/attached.js
var registry_attached = __webpack_require__(82993);
// EXTERNAL MODULE: ./.build/js/src/registry/copy.js
var copy = __webpack_require__(91152);
;// CONCATENATED MODULE: ./.build/js/src/image/forward.js


function decideMove({ tag, form, candidate, held, adopted }) {
    if (held?.digest === candidate.digest)
        return { kind: 'stays' };
    if (form === undefined)
        return { kind: 'set' };
    const { version, unclear } = candidate;
    if (unclear !== undefined)
        return kept('unclear', unclear);
    if (version === undefined)
        return byTime(tag, candidate, held, adopted);
    const called = (0,image_version/* formatVersion */.qh)(version);
    if (version.prerelease.length > 0)
        return kept('pre-release', `${called} is a pre-release, but ${tag} is for releases`);
    const foreign = !standsFor(tag, form, version);
    if (held === undefined && !(foreign && /\d\.\d/.test(tag)))
        return { kind: 'set' };
    if (foreign)
        return kept('foreign', `${tag} does not cover version ${called}`);
    if (held?.version === undefined)
        return adopted ? { kind: 'set' } : kept('unknown', `the version that ${tag} points to is unknown`);
    if ((0,image_version/* compareVersions */.Zy)(version, held.version) >= 0)
        return { kind: 'set' };
    return kept('newer', `${tag} points to ${(0,image_version/* formatVersion */.qh)(held.version)}, which is newer than ${called}`);
}
function byTime(tag, candidate, held, adopted) {
    if (held === undefined)
        return { kind: 'set' };
    if (held.version !== undefined)
        return kept('unversioned', `${tag} points to ${(0,image_version/* formatVersion */.qh)(held.version)}, but this image has no version`);
    if (adopted)
        return { kind: 'set' };
    const { name, created } = candidate;
    if (name === undefined || name !== held.name || created === undefined || held.created === undefined)
        return kept('unknown', `it is unknown whether the image under ${tag} is older than this one, which has no version`);
    if (created >= held.created)
        return { kind: 'set' };
    return kept('newer', `${tag} points to a later commit of ${name}`);
}
function kept(why, reason) {
    return { kind: 'kept', why, reason };
}
function versionOf({ labelled, tagged }) {
    const claims = [...(labelled === undefined ? [] : [labelled]), ...tagged];
    const [first] = claims;
    const other = claims.find(each => first !== undefined && (0,image_version/* compareVersions */.Zy)(first, each) !== 0);
    if (first === undefined || other === undefined)
        return first;
    const by = labelled === undefined ? 'a tag' : 'its label';
    return `the image is ${(0,image_version/* formatVersion */.qh)(first)} according to ${by}, but ${(0,image_version/* formatVersion */.qh)(other)} according to a tag`;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var registry_manifest = __webpack_require__(99532);
;// CONCATENATED MODULE: ./.build/js/src/registry/tagged-image.js





const prefix = 'org.opencontainers.image.';
const mostVersions = 200;
const atOnce = 4;
async function readTaggedImage(registry, at, forms, report) {
    const { repository, tag, source } = at;
    const manifest = await registry.manifest(repository, tag);
    if (manifest === undefined)
        return undefined;
    const { digest } = manifest;
    const said = await describe(registry, repository, manifest);
    const own = source === undefined || said.source === undefined || said.source === source ? said : {};
    const version = versionIn(own.version ?? '', forms) ?? (await versionBeside(registry, repository, digest, forms, report));
    return {
        digest,
        ...(version === undefined ? {} : { version }),
        ...(own.version === undefined ? {} : { name: own.version }),
        ...(own.created === undefined ? {} : { created: own.created }),
    };
}
async function describe(registry, repository, manifest) {
    const annotated = descriptionIn(annotationsOf(manifest.body));
    if (annotated.version !== undefined)
        return annotated;
    const parsed = (0,registry_manifest/* parseManifest */.Ng)(manifest.body, manifest.mediaType);
    if (parsed?.kind === 'image') {
        const config = await registry.blob(repository, parsed.config);
        return config === undefined ? {} : descriptionIn(labelsOf(config));
    }
    const [child] = parsed?.children ?? [];
    const inner = child === undefined ? undefined : await registry.manifest(repository, child);
    if (inner === undefined || (0,registry_manifest/* parseManifest */.Ng)(inner.body, inner.mediaType)?.kind !== 'image')
        return {};
    return describe(registry, repository, inner);
}
async function versionBeside(registry, repository, digest, forms, report) {
    let tags;
    try {
        tags = await registry.tags(repository);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        report(`the tags of ${repository} cannot be listed: ${error.message}`);
        return undefined;
    }
    const versions = tags
        .flatMap(tag => {
        const version = versionIn(tag, forms);
        return version === undefined ? [] : [{ tag, version }];
    })
        .sort((a, b) => (0,image_version/* compareVersions */.Zy)(b.version, a.version))
        .slice(0, mostVersions);
    for (let first = 0; first < versions.length; first += atOnce) {
        const some = versions.slice(first, first + atOnce);
        const digests = await Promise.all(some.map(async ({ tag }) => (await registry.manifest(repository, tag))?.digest));
        const same = digests.indexOf(digest);
        if (same >= 0)
            return some[same]?.version;
    }
    return undefined;
}
function descriptionIn(texts) {
    const text = (name) => {
        const value = texts[`${prefix}${name}`];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const [version, source, created] = [text('version'), text('source'), Date.parse(text('created') ?? '')];
    return {
        ...(version === undefined ? {} : { version }),
        ...(source === undefined ? {} : { source }),
        ...(Number.isNaN(created) ? {} : { created: created / 1000 }),
    };
}
function annotationsOf(body) {
    const document = (0,map/* jsonMap */.vM)(body) ?? {};
    return (0,map/* isMap */.jh)(document.annotations) ? document.annotations : {};
}
function labelsOf(config) {
    const document = (0,map/* jsonMap */.vM)(config) ?? {};
    const labels = (0,map/* isMap */.jh)(document.config) ? document.config.Labels : undefined;
    return (0,map/* isMap */.jh)(labels) ? labels : {};
}

;// CONCATENATED MODULE: ./.build/js/src/registry/set-tags.js






const mostTurns = 3;
const set_tags_atOnce = 4;
function inOrder(settings) {
    const rank = ({ form, before, task }) => {
        if (form !== undefined)
            return 3;
        if (before === undefined)
            return 2;
        return before === task.tree.root.digest ? 0 : 1;
    };
    return settings.toSorted((a, b) => rank(a) - rank(b));
}
async function placeTags(registry, tasks) {
    const settings = tasks.flatMap(task => task.tags.map(tag => ({ task, tag, form: floatingForm(tag, task.forms), before: undefined })));
    await (0,parallel.eachOf)([...settings.entries()], set_tags_atOnce, async ([index, setting]) => {
        const { task, tag, form } = setting;
        if (form !== undefined)
            return;
        const before = (await registry.manifest(task.repository, tag))?.digest;
        settings[index] = { ...setting, before };
    });
    const placed = new Map();
    const candidates = new Map();
    try {
        for (const setting of inOrder(settings))
            placed.set(setting, await place(registry, setting, candidates));
    }
    catch (error) {
        throw withThose(placed, error);
    }
    return new Map(tasks.map(task => [
        task,
        settings.flatMap(setting => (setting.task === task ? (placed.get(setting) ?? []) : [])),
    ]));
}
async function place(registry, { task, tag, form, before }, candidates) {
    const { root } = task.tree;
    if (form === undefined) {
        if (before === root.digest)
            return { tag, kind: 'stays' };
        await registry.putManifest(task.repository, root, tag);
        return { tag, kind: 'set', before };
    }
    const candidate = candidates.get(task) ?? (await readCandidate(registry, task));
    candidates.set(task, candidate);
    return moveForward(registry, task, candidate, tag, form);
}
function withThose(placed, error) {
    const set = [...placed].filter(([, { kind }]) => kind === 'set');
    if (!(error instanceof errors/* UserError */.yo) || set.length === 0)
        return error;
    const names = set.map(([{ task, tag }]) => `${task.repository}:${tag}`).join(', ');
    return new errors/* UserError */.yo(`${error.message}; already set: ${names}`, error.remedy, { cause: error });
}
async function confirmTags(registry, task, placed) {
    const { repository, tree, forms } = task;
    const set = placed.filter(({ kind }) => kind !== 'kept').map(({ tag }) => tag);
    const fixed = set.filter(tag => floatingForm(tag, forms) === undefined);
    await (0,copy/* readBack */.e7)(registry, tree, repository, fixed);
    const confirmed = [];
    for (const each of placed) {
        const form = each.kind === 'kept' ? undefined : floatingForm(each.tag, forms);
        confirmed.push(form === undefined ? each : await settle(registry, task, each, form));
    }
    return confirmed;
}
async function moveForward(registry, { repository, tree, forms, adopt, report }, candidate, tag, form) {
    const { source } = candidate;
    const held = await readTaggedImage(registry, { repository, tag, source }, forms, report);
    const move = decideMove({ tag, form, candidate, held, adopted: adopt.includes(tag) });
    if (move.kind !== 'set')
        return { tag, ...move };
    await registry.putManifest(repository, tree.root, tag);
    return { tag, kind: 'set', before: held?.digest };
}
async function settle(registry, task, placed, form) {
    const { tag } = placed;
    let last = placed;
    for (let turn = 1;; turn += 1) {
        try {
            await (0,copy/* readBack */.e7)(registry, task.tree, task.repository, [tag]);
            return last;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo) || turn >= mostTurns)
                throw error;
            last = await moveForward(registry, task, await readCandidate(registry, task), tag, form);
            if (last.kind === 'kept')
                return last;
        }
    }
}
async function readCandidate(registry, { repository, tree, tags, forms }) {
    const said = await describe(registry, repository, tree.root);
    const labelled = versionIn(said.version ?? '', forms);
    const version = versionOf({ labelled, tagged: tags.flatMap(tag => versionIn(tag, forms) ?? []) });
    return {
        digest: tree.root.digest,
        source: said.source,
        ...(version === undefined ? {} : typeof version === 'string' ? { unclear: version } : { version }),
        ...(said.version === undefined ? {} : { name: said.version }),
        ...(said.created === undefined ? {} : { created: said.created }),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/registry/push.js







async function pushImages(registry, { images, adopt = [], carries, report }) {
    const tasks = [];
    for (const [name, { from, repository, digest, tags, forms }] of Object.entries(images)) {
        const tree = await whole(registry, name, from, digest);
        const task = { name, from, repository, tree, forms, adopt };
        const known = tags ?? [await push_versionOf(registry, task)];
        tasks.push({ ...task, tags: known, report: line => report(`${name}: ${line}`) });
    }
    const there = [];
    for (const task of tasks)
        there.push({ task, ...(await push_copy(registry, task, carries)) });
    const placed = await placeTags(registry, tasks);
    for (const [task, all] of placed)
        for (const each of all)
            task.report(lineFor(task, each));
    const pushed = {};
    for (const { task, copied, attached } of there) {
        const before = placed.get(task) ?? [];
        const all = await confirmTags(registry, task, before);
        for (const each of all)
            if (!before.includes(each))
                task.report(lineFor(task, each));
        const read = all.filter(({ kind }) => kind !== 'kept').length;
        task.report(`read back ${task.tree.manifests.length} manifests and ${read} tags`);
        pushed[task.name] = { from: task.from, copied, attached, ...result(task, all) };
    }
    return pushed;
}
async function push_copy(registry, { tree, from, repository, report }, carries) {
    const copied = await (0,copy/* copyContents */.qR)(registry, tree, from, repository);
    const { present, mounted, uploaded, bytes } = copied;
    const megabytes = (bytes / 1e6).toFixed(1);
    report(`${tree.root.digest} is in ${repository}; blobs: ${present} existed, ${mounted} shared, ${uploaded} copied (${megabytes} MB)`);
    const options = carries === undefined ? { report } : { report, carries };
    const attached = await (0,registry_attached.copyAttached)(registry, tree, from, repository, options);
    if (attached.length > 0)
        report(`${attached.length} attached artifacts were copied with it`);
    return { copied, attached };
}
function lineFor({ repository }, placed) {
    const { tag } = placed;
    const place = `${repository}:${tag}`;
    if (placed.kind === 'stays')
        return `${place} is already set`;
    if (placed.kind === 'set')
        return `${place} is set${placed.before === undefined ? '' : `, was ${placed.before}`}`;
    return `${place} is not moved: ${sentenceOf(placed)}`;
}
function sentenceOf({ tag, why, reason }) {
    switch (why) {
        case 'newer':
        case 'pre-release':
            return reason;
        case 'foreign':
            return `${reason}; push it under the tag of its version`;
        case 'unversioned':
            return `${reason}; push it with its version among the tags, or leave ${tag} out`;
        case 'unclear':
            return `${reason}; build it again from the commit of that version, or leave ${tag} out`;
        case 'unknown':
            return `${reason}; check it, and if it may move, run this step once with \`adopt: ${tag}\``;
    }
}
async function whole(registry, name, from, digest) {
    const tree = await registry.tree(from, digest);
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`the image "${name}" with the digest ${digest} is not in ${from}`, 'build it first, and pass its digest, from the output `images` of `build`, to `push`');
}
async function push_versionOf(registry, { name, from, tree: { root } }) {
    const { version = '' } = await describe(registry, from, root);
    if ((0,reference/* isTag */.dz)(version))
        return version;
    throw new errors/* UserError */.yo(`the image "${name}" is labeled with ${version === '' ? 'no version' : `a version that is not a valid tag, ${(0,printable/* printable */.g)(version)}`}`, 'name its tags in the input `tags`');
}
function result({ repository, tree: { root, images } }, placed) {
    const { digest } = root;
    const tags = placed.filter(({ kind }) => kind !== 'kept').map(({ tag }) => tag);
    return {
        repository,
        digest,
        platforms: images.flatMap(({ platform }) => platform ?? []),
        references: tags.map(tag => (0,reference/* formatReference */.FH)({ repository, tag, digest })),
        tags,
        kept: placed.filter(each => each.kind === 'kept'),
    };
}

// EXTERNAL MODULE: ./.build/js/src/report/images.js
var report_images = __webpack_require__(33732);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(99800);
// EXTERNAL MODULE: ./.build/js/src/toolkit/runner.js
var runner = __webpack_require__(2108);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/push.js














const carries = (type) => type !== proof/* proofType */.zF && type !== proof/* withdrawalType */._N;
const mirrorName = (image, mirror) => `${image} in ${mirror}`;
function mustDiffer(name, { repositories = {} }, images) {
    const missing = images.filter(image => repositories[image] === undefined);
    if (missing.length === 0)
        return;
    throw new errors/* UserError */.yo(`the environment "${name}" has no separate repository for ${missing.join(', ')}, so there is nothing to copy`, 'add one to `repositories` of the environment, or leave those images out');
}
const pushAction = (0,host/* defineAction */.QP)({
    name: 'push',
    description: 'Copy images by digest from candidate to release repositories, or from there to those of an environment, with their attestations. Then tag them; floating tags only move forward.',
    inputs: {
        config: inputs/* config */.$W,
        images: {
            description: 'JSON map from image names in slipway.yml to digests or `repository@digest`: the output `images` of `build` or `status`.',
            required: true,
        },
        tags: {
            description: 'Tags, as a JSON list or separated by commas: the output `tags` of `build`. Default with an `environment`: the version in the labels of each image.',
            default: '',
        },
        environment: {
            description: 'Name of an environment with its own `repositories`, to copy released images to. Default: candidates are copied to the release repositories.',
            default: '',
        },
        adopt: {
            description: 'Floating tags, such as `latest`, that are moved although the version of their current image is unknown, separated by commas. Needed only once.',
            default: '',
        },
    },
    outputs: {
        images: 'JSON map from image names to the digests that were pushed.',
        references: 'JSON map from image names to lists of `repository:tag@digest`.',
        tags: 'Tags of the pushed images: a JSON list, or a JSON map from image names to lists if they differ.',
        sign: 'Whether slipway.yml requires signatures: `true` or `false`.',
        kept: 'JSON map from image names to tags that were not moved, each with the reason.',
        reason: 'Why the step was refused, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', references: '{}', tags: '[]', kept: '{}', sign: 'false' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const environment = inputs.environment === '' ? undefined : (0,load/* environmentOf */.p7)(config, inputs.environment);
        const places = environment === undefined ? config.images : (0,load/* configFor */.m3)(config, environment).images;
        const images = (0,selection/* parseDigestsInput */.xx)(inputs.images, places);
        const names = Object.keys(images);
        if (environment !== undefined)
            mustDiffer(inputs.environment, environment, names);
        const tags = inputs.tags === '' && environment !== undefined ? undefined : parseTagsInput(inputs.tags, names);
        const adopt = parseAdoptInput(inputs.adopt);
        for (const tag of adopt)
            if (tags !== undefined && !Object.values(tags).flat().includes(tag))
                host.report(`\`adopt\` names ${tag}, which is not among the tags to push`);
        const tagged = Object.entries(images).flatMap(([name, image]) => {
            const forms = formsOf(config.images[name]?.tags ?? config.tags);
            const own = { ...config.images[name], repository: config.images[name]?.repository ?? image.repository };
            const from = environment === undefined ? (0,reference/* candidateOf */.RH)(own) : (0,reference/* parseRepository */.SU)(own.repository);
            const asked = tags === undefined ? {} : { tags: tags[name] ?? [] };
            const task = { ...image, from, forms, ...asked };
            const mirrors = environment === undefined ? (config.images[name]?.mirrors ?? []) : [];
            return [
                [name, task],
                ...mirrors.map(mirror => [mirrorName(name, mirror), { ...task, repository: (0,reference/* parseRepository */.SU)(mirror) }]),
            ];
        });
        const options = {
            images: Object.fromEntries(tagged),
            adopt,
            report: host.report,
            ...(environment === undefined ? { carries } : {}),
        };
        const pushed = await pushImages(await (0,registry/* registryClient */.R)({ signal: host.cancellation() }), options);
        for (const [name, { repository, kept }] of Object.entries(pushed))
            for (const each of kept) {
                const message = `${name}: ${repository}:${each.tag} was not moved: ${sentenceOf(each)}`;
                if (each.why !== 'newer' && each.why !== 'pre-release')
                    host.annotate('warning', { message });
            }
        const map = (value) => JSON.stringify(Object.fromEntries(names.map(name => [name, value(name)])));
        const placesOf = (name) => [
            name,
            ...(config.images[name]?.mirrors ?? []).map(each => mirrorName(name, each)),
        ];
        host.output('images', map(name => pushed[name]?.digest));
        host.output('references', map(name => placesOf(name).flatMap(place => pushed[place]?.references ?? [])));
        host.output('tags', (0,image_tags/* tagsOutput */.LZ)(names.map(name => [name, pushed[name]?.tags ?? []])));
        host.output('kept', map(name => Object.fromEntries((pushed[name]?.kept ?? []).map(each => [each.tag, sentenceOf(each)]))));
        (0,runner/* addArtifacts */.Dm)(host.env, Object.values(pushed).map(({ repository, digest }) => `${repository}@${digest}`));
        host.output('sign', String(config.signing !== undefined));
        host.output('reason', '');
        await host.summary((0,report_images/* pushSummary */.tf)(config.app, pushed));
        return true;
    },
});


/***/ }),

/***/ 24020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   cL: () => (/* binding */ formatParts),
/* harmony export */   xF: () => (/* binding */ parseDateFormat)
/* harmony export */ });
const padded = (value, width) => String(value).padStart(width, '0');
const fields = {
    YYYY: ({ year }) => padded(year, 4),
    YY: ({ year }) => padded(year % 100, 2),
    MM: ({ month }) => padded(month, 2),
    M: ({ month }) => String(month),
    DDDD: (clock) => padded(dayOfYear(clock), 3),
    DD: ({ day }) => padded(day, 2),
    D: ({ day }) => String(day),
    HH: ({ hour }) => padded(hour, 2),
    H: ({ hour }) => String(hour),
    mm: ({ minute }) => padded(minute, 2),
    m: ({ minute }) => String(minute),
    ss: ({ second }) => padded(second, 2),
    s: ({ second }) => String(second),
    X: ({ epoch }) => String(epoch),
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
    const clock = clockAt(seconds, zone);
    return parseDateFormat(format)
        .map(part => (part.kind === 'field' ? fields[part.field](clock) : part.text))
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
    return {
        year: of('year'),
        month: of('month'),
        day: of('day'),
        hour: of('hour'),
        minute: of('minute'),
        second: of('second'),
        epoch: Math.floor(seconds),
    };
}
function dayOfYear({ year, month, day }) {
    return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000;
}


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
const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;
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
            return { mistake: `has a \`{{\` without its \`}}\`; add it${meantAsTheyAre(scope)}` };
        const part = parseExpression(rest.slice(2, close).trim(), scope);
        if ('mistake' in part)
            return part;
        parts.push(part);
        rest = rest.slice(close + 2);
    }
    return parts;
}
const meantAsTheyAre = (scope) => (scope === 'argument' ? ' (for literal braces, write `\\{{`)' : '');
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
        return {
            mistake: 'names the time of the run, so each build of a commit would give a different image; write `commit_date`',
        };
    if (/^(date|commit_date)\b/.test(written))
        return parseDate(written);
    const foreign = ofVersion.find(each => each === written);
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    if (foreign !== undefined)
        return {
            mistake: `names \`{{${foreign}}}\`, which is only allowed in the pattern of a semver rule; remove it`,
        };
    return {
        mistake: `names \`{{${shown}}}\`, which is unknown; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date'])}${meantAsTheyAre(scope)}`,
    };
}
function parseDate(written) {
    const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
    const format = single ?? double;
    if ((of !== 'date' && of !== 'commit_date') || format === undefined)
        return { mistake: "has a date without a format; write it as in {{date 'YYYYMMDD'}}" };
    const unknown = (0,_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDateFormat */ .xF)(format).find(part => part.kind === 'unknown');
    if (unknown !== undefined)
        return {
            mistake: `has a date with \`${unknown.text}\`, which is unknown; use ${_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatParts */ .cL.join(', ')}, and write text in brackets, as in [text]`,
        };
    const zone = zoneSingle ?? zoneDouble ?? 'UTC';
    if (!isZone(zone))
        return {
            mistake: `has a date in \`${zone}\`, which is not a time zone; write one such as Europe/Berlin`,
        };
    return { kind: 'date', of, format, zone };
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

/***/ 60064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   OR: () => (/* binding */ defaultBranch),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/* harmony import */ var _config_date_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24020);
/* harmony import */ var _config_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1808);


function fill(template, facts) {
    return template
        .map(part => {
        if (part.kind === 'text')
            return part.text;
        if (part.kind === 'fact')
            return factOf(part.name, facts);
        const seconds = part.of === 'date' ? facts.now : facts.git.time;
        return seconds === undefined ? '' : (0,_config_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDate */ .Yq)(seconds, part.format, part.zone);
    })
        .join('');
}
function parsed(written, scope) {
    const template = (0,_config_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .QC)(written, scope);
    if ('mistake' in template)
        throw new Error(`${written} ${template.mistake}`);
    return template;
}
const usualBranch = 'main';
const defaultBranch = (git) => git.defaultBranch ?? usualBranch;
const short = (revision) => revision.slice(0, 7);
function factOf(name, { git, fact }) {
    const { ref, revision } = git;
    const isDefault = ref?.kind === 'branch' && ref.name === defaultBranch(git);
    switch (name) {
        case 'branch':
            return ref?.kind === 'branch' ? ref.name : '';
        case 'tag':
            return ref?.kind === 'tag' ? ref.name : '';
        case 'sha':
            return revision === undefined ? '' : short(revision);
        case 'commit':
            return revision ?? '';
        case 'base_ref':
            return ref?.kind === 'pull-request' ? (ref.base ?? '') : '';
        case 'is_default_branch':
            return String(isDefault);
        case 'is_not_default_branch':
            return String(!isDefault);
        default:
            return fact(name);
    }
}


/***/ }),

/***/ 99662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark)
/* harmony export */ });
/* unused harmony exports longestTag, sanitizeTag */
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72315);

const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = sanitizeTag(name);
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
    return { version, tags: [...new Set([version, ...commit])], remarks };
}
function sanitizeTag(text, prefix = '') {
    return cleanTag(prefix, text, '') || 'dev';
}
function cleanTag(prefix, text, suffix) {
    const clean = (part) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
    const trimmed = (part) => part.replace(/^[.-]+/, '');
    const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
    const middle = before === '' ? trimmed(clean(text)) : clean(text);
    const room = Math.max(0, longestTag - before.length - after.length);
    return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
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
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name;
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
    if (left && right)
        return compareNumbers(a, b);
    if (left !== right)
        return left ? -1 : 1;
    return compareTexts(a, b);
}
function compareNumbers(a, b) {
    return Math.sign(a.length - b.length) || compareTexts(a, b);
}
function compareTexts(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 93769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ isProofOf),
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Yz: () => (/* binding */ mayBeAbout),
/* harmony export */   _N: () => (/* binding */ withdrawalType),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   dy: () => (/* binding */ isSealed),
/* harmony export */   j8: () => (/* binding */ withdrawalOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   sS: () => (/* binding */ speaksOfElse),
/* harmony export */   zF: () => (/* binding */ proofType)
/* harmony export */ });
/* unused harmony export annotation */
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const proofType = 'application/vnd.slipway.verification.v1+json';
const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';
function artifactOf(statement) {
    const { app, environment, release } = statement;
    const isProof = 'verifiedAt' in statement;
    return {
        artifactType: isProof ? proofType : withdrawalType,
        content: Buffer.from((0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(statement)),
        annotations: {
            [annotation.app]: app,
            [annotation.environment]: environment,
            [annotation.release]: String(release),
            [annotation.at]: isProof ? statement.verifiedAt : statement.withdrawnAt,
        },
    };
}
const annotation = {
    app: 'dev.slipway.app',
    environment: 'dev.slipway.environment',
    release: 'dev.slipway.release',
    at: 'dev.slipway.at',
};
function mayBeAbout({ artifactType, annotations }, { app, environment }) {
    const fits = (key, value) => (annotations[key] ?? value) === value;
    return ((artifactType === proofType || artifactType === withdrawalType) &&
        fits(annotation.app, app) &&
        fits(annotation.environment, environment));
}
const isProofOf = ({ artifactType, annotations }, release) => artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);
function saysTheSame(entry, statement) {
    const { artifactType, annotations } = artifactOf(statement);
    return entry.artifactType === artifactType && (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(entry.annotations) === (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(annotations);
}
const speaksOfElse = 'is about another ';
function readStatement(type, text, about) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'is not JSON';
    }
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return 'is not a map';
    const { schema, app, environment, digest, image, release, ...rest } = value;
    if (schema !== 1)
        return `has the schema ${shown(schema)}, which this version does not support`;
    for (const [key, found, wanted] of [
        ['app', app, about.app],
        ['environment', environment, about.environment],
        ['digest', digest, about.digest],
    ])
        if (found !== wanted)
            return `${speaksOfElse}${key}: ${shown(found)}, not ${wanted}`;
    if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
        return `has no valid release number: ${shown(release)}`;
    if (typeof image !== 'string')
        return `has no valid image name: ${shown(image)}`;
    const known = { schema: 1, ...about, release, image };
    if (type === withdrawalType) {
        const { withdrawnAt, reason } = rest;
        if (!isMoment(withdrawnAt))
            return `has no valid time: ${shown(withdrawnAt)}`;
        return { ...known, withdrawnAt, reason: textOf(reason) };
    }
    const { verifiedAt, run, actor, commit } = rest;
    if (!isMoment(verifiedAt))
        return `has no valid time: ${shown(verifiedAt)}`;
    const more = typeof commit === 'string' ? { commit } : {};
    return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}
const isSealed = (proof, predicates) => predicates.some(each => (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(proof));
const withdrawalOf = (proof, withdrawals) => withdrawals.find(({ release, withdrawnAt }) => release === proof.release && Date.parse(withdrawnAt) >= Date.parse(proof.verifiedAt));
const textOf = (value) => (typeof value === 'string' ? value : 'unknown');
function shown(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function isMoment(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
}


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff)
/* harmony export */ });
/* unused harmony exports largestSummary, fitting */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57264);


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
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__.summary.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n';
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}


/***/ })

};
