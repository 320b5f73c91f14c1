export const id = 6976;
export const ids = [6976,81,9288,9944];
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
// EXTERNAL MODULE: ./.build/js/src/config/tag-expressions.js
var tag_expressions = __webpack_require__(96314);
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
            ...rules.flatMap(rule => (0,tag_expressions/* isVersioned */.a)(rule) ? patternForm(rule, aroundOf(rule, settings ?? plain)) : []),
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/image/tags-input.js





const tags_input_form = 'write a JSON array such as ["1.4.2"], or names separated by commas';
function parseTagsInput(text, images) {
    const written = /^\s*[[{]/.test(text) ? parseJson(text) : (0,input_text/* listed */.KE)(text);
    if (Array.isArray(written)) {
        const tags = checked(written, 'names no tag');
        return Object.fromEntries(images.map(name => [name, tags]));
    }
    return Object.fromEntries(images.map(name => {
        const list = Object.hasOwn(written, name) ? written[name] : undefined;
        return [name, checked(Array.isArray(list) ? list : [], `names no tag for the image "${name}"`)];
    }));
}
function parseMoveTags(text) {
    const tags = (0,input_text/* listed */.KE)(text);
    const wrong = tags.find(tag => !(0,reference/* isTag */.dz)(tag));
    if (wrong === undefined)
        return tags;
    throw new errors/* UserError */.yo(`the input \`move-tags\` names ${shown(wrong)}, which is not a tag`, 'write tags separated by commas, such as latest,1');
}
function checked(tags, none) {
    if (tags.length === 0)
        throw new errors/* UserError */.yo(`the input \`tags\` ${none}`, tags_input_form);
    const wrong = tags.find(tag => typeof tag !== 'string' || !(0,reference/* isTag */.dz)(tag));
    if (wrong === undefined)
        return [...new Set(tags)];
    throw new errors/* UserError */.yo(`${shown(wrong)} in the input \`tags\` is not a tag`, 'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"');
}
function parseJson(text) {
    const value = (0,map/* jsonIn */.Yf)(text);
    if (Array.isArray(value) || (0,map/* isMap */.jh)(value))
        return value;
    const kind = text.trimStart().startsWith('[') ? 'array' : 'object';
    throw new errors/* UserError */.yo(`the input \`tags\` is not a JSON ${kind}`, tags_input_form);
}
function shown(value) {
    return (0,printable/* printable */.g$)(String(JSON.stringify(value)).slice(0, 140));
}

// EXTERNAL MODULE: ./.build/js/src/promotion/proof.js
var proof = __webpack_require__(93769);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/registry/attached.js
var registry_attached = __webpack_require__(82993);
// EXTERNAL MODULE: ./.build/js/src/registry/copy.js
var copy = __webpack_require__(91152);
;// CONCATENATED MODULE: ./.build/js/src/image/forward.js


function decideMove({ tag, form, candidate, held, mayMove }) {
    if (held?.digest === candidate.digest)
        return { kind: 'stays' };
    if (form === undefined)
        return { kind: 'set' };
    const { version, unclear } = candidate;
    if (unclear !== undefined)
        return kept('unclear', unclear);
    if (version === undefined)
        return byTime(tag, candidate, held, mayMove);
    const called = (0,image_version/* formatVersion */.qh)(version);
    if (version.prerelease.length > 0)
        return kept('pre-release', `${called} is a pre-release, but ${tag} is for releases`);
    const foreign = !standsFor(tag, form, version);
    if (held === undefined && !(foreign && /\d\.\d/.test(tag)))
        return { kind: 'set' };
    if (foreign)
        return kept('foreign', `${tag} does not cover version ${called}`);
    if (held?.version === undefined)
        return mayMove ? { kind: 'set' } : kept('unknown', `the version that ${tag} points to is unknown`);
    if ((0,image_version/* compareVersions */.Zy)(version, held.version) >= 0)
        return { kind: 'set' };
    return kept('newer', `${tag} points to ${(0,image_version/* formatVersion */.qh)(held.version)}, which is newer than ${called}`);
}
function byTime(tag, candidate, held, mayMove) {
    if (held === undefined)
        return { kind: 'set' };
    if (held.version !== undefined)
        return kept('unversioned', `${tag} points to ${(0,image_version/* formatVersion */.qh)(held.version)}, but this image has no version`);
    if (mayMove)
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/registry/settle.js
var settle = __webpack_require__(84578);
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
    return { digest, ...(0,map/* defined */.sw)({ version, name: own.version, created: own.created }) };
}
async function describe(registry, repository, manifest) {
    const annotated = descriptionIn((0,map/* jsonMap */.vM)(manifest.body)?.annotations);
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
    const tags = await (0,errors/* userErrorOf */.zb)(() => registry.tags(repository));
    if (tags instanceof errors/* UserError */.yo) {
        report(`the tags of ${repository} cannot be listed: ${tags.message}`);
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
function descriptionIn(labels) {
    const texts = (0,map/* textMap */.sP)(labels);
    const text = (name) => texts[`${prefix}${name}`] || undefined;
    const created = Date.parse(text('created') ?? '');
    return (0,map/* defined */.sw)({
        version: text('version'),
        source: text('source'),
        created: Number.isNaN(created) ? undefined : created / 1000,
    });
}
function labelsOf(config) {
    const document = (0,map/* jsonMap */.vM)(config) ?? {};
    return (0,map/* isMap */.jh)(document.config) ? document.config.Labels : undefined;
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
        confirmed.push(form === undefined ? each : await set_tags_settle(registry, task, each, form));
    }
    return confirmed;
}
class MovedError extends errors/* UserError */.yo {
}
async function moveForward(registry, { repository, tree, forms, moveTags, report }, candidate, tag, form) {
    const { source } = candidate;
    for (let turn = 1;; turn += 1) {
        const held = await readTaggedImage(registry, { repository, tag, source }, forms, report);
        const move = decideMove({ tag, form, candidate, held, mayMove: moveTags.includes(tag) });
        if (move.kind !== 'set')
            return { tag, ...move };
        const unmoved = async () => {
            if ((await registry.manifest(repository, tag))?.digest === held?.digest)
                return;
            throw new MovedError(`${repository}:${(0,printable/* printable */.g$)(tag)} is moved again and again`, 'check which other runs move this tag, then run the step again');
        };
        try {
            await registry.putManifest(repository, tree.root, tag, unmoved);
            return { tag, kind: 'set', before: held?.digest };
        }
        catch (error) {
            if (!(error instanceof MovedError) || turn >= mostTurns)
                throw error;
        }
    }
}
async function set_tags_settle(registry, task, placed, form) {
    const { tag } = placed;
    let last = placed;
    let turn = 1;
    for (let left = settle/* looks */.d; left > 0;) {
        try {
            await (0,copy/* readBack */.e7)(registry, task.tree, task.repository, [tag]);
            left -= 1;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo) || turn >= mostTurns)
                throw error;
            turn += 1;
            last = await moveForward(registry, task, await readCandidate(registry, task), tag, form);
            if (last.kind === 'kept')
                return last;
            left = settle/* looks */.d;
        }
        if (left > 0)
            await (0,retry/* pause */.v7)((0,settle/* betweenLooks */.F)(), registry.options);
    }
    return last;
}
async function readCandidate(registry, { repository, tree, tags, forms }) {
    const said = await describe(registry, repository, tree.root);
    const labelled = versionIn(said.version ?? '', forms);
    const version = versionOf({ labelled, tagged: tags.flatMap(tag => versionIn(tag, forms) ?? []) });
    return {
        digest: tree.root.digest,
        source: said.source,
        ...(typeof version === 'string' ? { unclear: version } : (0,map/* defined */.sw)({ version })),
        ...(0,map/* defined */.sw)({ name: said.version, created: said.created }),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/registry/push.js








async function pushImages(registry, { images, moveTags = [], carries, report }) {
    const tasks = [];
    for (const [name, image] of Object.entries(images)) {
        const { repository, tags, forms } = image;
        const { from, tree } = await whole(registry, name, image);
        const task = { name, from, repository, tree, forms, moveTags };
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
    const copied = await (0,copy/* copyContents */.qR)(registry, tree, from, repository, carries);
    const { present, mounted, uploaded, bytes } = copied;
    const megabytes = (bytes / 1e6).toFixed(1);
    report(`${tree.root.digest} is in ${repository}; blobs: ${present} existed, ${mounted} mounted, ${uploaded} uploaded (${megabytes} MB)`);
    const options = carries === undefined ? { report } : { report, carries };
    const attached = await (0,registry_attached.copyAttached)(registry, tree, from, repository, options);
    if (attached.length > 0)
        report(`copied ${(0,count/* counted */.h)(attached.length, 'attached artifact')} with it`);
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
            return `${reason}; check it, and if it may move, run this step once with \`move-tags: ${tag}\``;
    }
}
async function whole(registry, name, { from: source, repository, digest }) {
    for (const from of [source, repository]) {
        const tree = await registry.tree(from, digest);
        if (tree !== undefined)
            return { from, tree };
    }
    throw new errors/* UserError */.yo(`the image "${name}" with the digest ${digest} is not in ${source}`, 'build it first, and pass its digest, from the output `images` of `build`, to `push`');
}
async function push_versionOf(registry, { name, from, tree: { root } }) {
    const { version = '' } = await describe(registry, from, root);
    if ((0,reference/* isTag */.dz)(version))
        return version;
    throw new errors/* UserError */.yo(`the image "${name}" is labeled with ${version === '' ? 'no version' : `a version that is not a valid tag, ${(0,printable/* printable */.g$)(version)}`}`, 'name its tags in the input `tags`');
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/runner.js
var runner = __webpack_require__(2108);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/push.js















const carries = (type) => type !== proof/* proofType */.zF && type !== proof/* withdrawalType */._N;
const mirrorName = (image, mirror) => `${image} in ${mirror}`;
function requireSeparateRepositories(name, { repositories = {} }, images) {
    const missing = images.filter(image => repositories[image] === undefined);
    if (missing.length === 0)
        return;
    throw new errors/* UserError */.yo(`the environment "${name}" has no separate repository for ${missing.join(', ')}, so there is nothing to copy`, 'add one to `repositories` of the environment, or leave those images out');
}
const pushAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'push',
    description: 'Copy images by digest from candidate to release repositories, or from there to those of an environment, with their attestations. Then tag them; floating tags only move forward.',
    inputs: {
        config: inputs/* config */.$W,
        images: (0,toolkit_host/* required */.mw)('JSON object that maps image names in slipway.yml to digests or `repository@digest`: the output `images` of `build` or `status`.'),
        tags: (0,toolkit_host/* optional */.lq)('Tags, as a JSON array or separated by commas or lines: the output `tags` of `build`. Default with an `environment`: the version in the labels of each image.'),
        environment: (0,toolkit_host/* optional */.lq)('Name of an environment with its own `repositories`, to copy released images to. Default: candidates are copied to the release repositories.'),
        'move-tags': (0,toolkit_host/* optional */.lq)('Floating tags, such as `latest`, that are moved although the version of their current image is unknown, separated by commas or lines. Needed only once.'),
    },
    outputs: {
        images: 'JSON object that maps image names to the digests that were pushed.',
        references: 'JSON object that maps image names to arrays of `repository:tag@digest`.',
        tags: 'Tags of the pushed images: a JSON array, or a JSON object that maps image names to arrays if they differ.',
        'sign-images': 'Whether slipway.yml has `signing`: `true` or `false`.',
        kept: 'JSON object that maps image names to tags that were not moved, each with the reason.',
        reason: 'Why the step was refused or failed, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', references: '{}', tags: '[]', kept: '{}', 'sign-images': 'false' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const environment = inputs.environment === '' ? undefined : (0,load/* environmentOf */.p7)(config, inputs.environment);
        const places = environment === undefined ? config.images : (0,load/* configFor */.m3)(config, environment).images;
        const images = (0,selection/* parseDigestsInput */.xx)(inputs.images, places);
        const names = Object.keys(images);
        if (environment !== undefined)
            requireSeparateRepositories(inputs.environment, environment, names);
        const tags = inputs.tags === '' && environment !== undefined ? undefined : parseTagsInput(inputs.tags, names);
        const moveTags = parseMoveTags(inputs['move-tags']);
        for (const tag of moveTags)
            if (tags !== undefined && !Object.values(tags).flat().includes(tag))
                host.report(`\`move-tags\` names ${tag}, which is not among the tags to push`);
        const tagged = Object.entries(images).flatMap(([name, image]) => {
            const forms = formsOf(config.images[name]?.tags ?? config.tags);
            const own = { ...config.images[name], repository: config.images[name]?.repository ?? image.repository };
            const from = environment === undefined ? (0,reference/* candidateOf */.RH)(own) : (0,reference/* parseRepository */.SU)(own.repository);
            const asked = tags === undefined ? {} : { tags: tags[name] ?? [] };
            const task = { ...image, from, forms, ...asked };
            const mirrors = environment === undefined ? (config.images[name]?.mirrors ?? []) : [];
            const at = (mirror) => ({ ...task, repository: (0,reference/* parseRepository */.SU)(mirror) });
            return [
                [name, task],
                ...mirrors.map(mirror => [mirrorName(name, mirror), at(mirror)]),
            ];
        });
        const filter = environment === undefined ? { carries } : {};
        const options = { images: Object.fromEntries(tagged), moveTags, report: host.report, ...filter };
        return (0,registry/* withRegistry */.u)({ signal: host.cancellation() }, async (registry) => {
            const pushed = await pushImages(registry, options);
            for (const [name, { repository, kept }] of Object.entries(pushed))
                for (const each of kept) {
                    const message = `${name}: ${repository}:${each.tag} was not moved: ${sentenceOf(each)}`;
                    if (each.why !== 'newer' && each.why !== 'pre-release')
                        host.annotate('warning', { message });
                }
            const placesOf = (name) => [
                name,
                ...(config.images[name]?.mirrors ?? []).map(each => mirrorName(name, each)),
            ];
            const keptOf = (name) => (pushed[name]?.kept ?? []).map(each => [each.tag, sentenceOf(each)]);
            (0,toolkit_host/* setOutputs */.n0)(host, {
                images: (0,map/* mapValues */.LG)(images, (_, name) => pushed[name]?.digest),
                references: (0,map/* mapValues */.LG)(images, (_, name) => placesOf(name).flatMap(place => pushed[place]?.references ?? [])),
                tags: (0,image_tags/* tagsOutput */.LZ)(names.map(name => [name, pushed[name]?.tags ?? []])),
                kept: (0,map/* mapValues */.LG)(images, (_, name) => Object.fromEntries(keptOf(name))),
                'sign-images': config.signing !== undefined,
            });
            const references = Object.values(pushed).map(({ repository, digest }) => `${repository}@${digest}`);
            (0,runner/* addArtifacts */.Dm)(host.env, references);
            await host.summary((0,report_images/* pushSummary */.tf)(config.app, pushed));
            return true;
        });
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

/***/ 93769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ isProofOf),
/* harmony export */   JI: () => (/* binding */ isSigned),
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Yz: () => (/* binding */ mayBeAbout),
/* harmony export */   _N: () => (/* binding */ withdrawalType),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   j8: () => (/* binding */ withdrawalOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   sS: () => (/* binding */ speaksOfElse),
/* harmony export */   zF: () => (/* binding */ proofType)
/* harmony export */ });
/* unused harmony export annotation */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91490);


const proofType = 'application/vnd.slipway.verification.v1+json';
const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';
function artifactOf(statement) {
    const { app, environment, release } = statement;
    const isProof = 'verifiedAt' in statement;
    return {
        artifactType: isProof ? proofType : withdrawalType,
        content: Buffer.from((0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(statement)),
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
    return entry.artifactType === artifactType && (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(entry.annotations) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(annotations);
}
const speaksOfElse = 'is about another ';
function readStatement(type, text, about) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(text);
    if (value === undefined)
        return 'is not a JSON object';
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
const isSigned = (proof, predicates) => predicates.some(each => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(proof));
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

/***/ 82993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyAttached: () => (/* binding */ copyAttached)
/* harmony export */ });
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91152);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53302);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99532);
/* harmony import */ var _signatures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45278);






const deepest = 3;
const atOnce = 4;
async function copyAttached(registry, tree, from, to, options) {
    const attached = [];
    if (from === to)
        return attached;
    const known = new Set(tree.manifests.map(({ digest }) => digest));
    let subjects = [...known];
    for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
        const found = [];
        await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.eachOf)(subjects, atOnce, async (subject) => {
            const task = { registry, subject, from, to, ...options };
            const referrers = await copyReferrers(task);
            const legacy = await Promise.all(_legacy_js__WEBPACK_IMPORTED_MODULE_2__/* .suffixes */ .kT.map(suffix => copySuffix(task, suffix)));
            found.push(...referrers, ...legacy.filter(each => each !== undefined));
        });
        attached.push(...found);
        subjects = found.map(({ digest }) => digest).filter(digest => !known.has(digest));
        for (const digest of subjects)
            known.add(digest);
    }
    return attached;
}
async function copyReferrers(task) {
    const { registry, subject, from, to, carries = () => true } = task;
    const copied = [];
    let claimed = true;
    for (const referrer of await registry.referrers(from, subject)) {
        let { artifactType } = referrer;
        const copy = await whole(task, artifactType || 'an artifact', async () => {
            const tree = await registry.tree(from, referrer.digest);
            if (tree === undefined)
                throw new _contents_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteError */ .j$(`${from} lists it but does not have it`, '');
            artifactType = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactTypeOf */ .Gh)(tree.root.body) ?? artifactType;
            if (!carries(artifactType))
                return undefined;
            return (0,_copy_js__WEBPACK_IMPORTED_MODULE_1__/* .copyContents */ .qR)(registry, tree, from, to, carries);
        });
        if (copy === undefined)
            continue;
        copied.push({ ...referrer, artifactType });
        claimed &&= copy.listed;
    }
    if (copied.length === 0)
        return [];
    const lists = async () => {
        const there = new Set((await registry.referrers(to, subject)).map(({ digest }) => digest));
        return copied.every(({ digest }) => there.has(digest));
    };
    if (claimed)
        await (0,_copy_js__WEBPACK_IMPORTED_MODULE_1__/* .eventually */ .u4)(registry, true, lists);
    await registry.list(to, subject, copied);
    return copied.map(({ digest, artifactType }) => ({ subject, digest, type: artifactType }));
}
async function copySuffix(task, suffix) {
    const { registry, subject, from, to, carries } = task;
    const tag = (0,_legacy_js__WEBPACK_IMPORTED_MODULE_2__/* .legacyTag */ .w_)(subject, suffix);
    const there = tag === undefined ? undefined : await registry.manifest(from, tag);
    if (tag === undefined || there === undefined)
        return undefined;
    const tree = await whole(task, `.${suffix}`, async () => {
        const tree = await registry.tree(from, there.digest);
        if (tree !== undefined)
            await (0,_copy_js__WEBPACK_IMPORTED_MODULE_1__/* .copyContents */ .qR)(registry, tree, from, to, carries);
        return tree;
    });
    if (tree === undefined)
        return undefined;
    await keepLegacy(task, tag, suffix, tree);
    return { subject, digest: tree.root.digest, type: `.${suffix}` };
}
async function keepLegacy({ registry, from, to, report }, tag, suffix, tree) {
    const ours = suffix === 'sbom' ? undefined : await (0,_signatures_js__WEBPACK_IMPORTED_MODULE_4__/* .signaturesIn */ .x)(registry, from, tree.root);
    const kept = ours === undefined
        ? await keepAlone(registry, to, tag, tree.root)
        : await (0,_signatures_js__WEBPACK_IMPORTED_MODULE_4__/* .keepSignatures */ .B)(registry, to, tag, ours);
    if (!kept)
        report(`${to}:${tag} has different content, and is not changed`);
}
async function keepAlone(registry, to, tag, ours) {
    let kept = true;
    await registry.changeTag(to, tag, answer => {
        kept = answer === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(answer.body) === ours.digest;
        return answer === undefined ? ours : undefined;
    });
    return kept;
}
async function whole({ subject, report }, name, copy) {
    try {
        return await copy();
    }
    catch (error) {
        if (!(error instanceof _contents_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteError */ .j$))
            throw error;
        report(`${name} attached to ${subject} is not copied: ${error.message}`);
        return undefined;
    }
}


/***/ }),

/***/ 91152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   qR: () => (/* binding */ copyContents),
/* harmony export */   u4: () => (/* binding */ eventually)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99532);






const atOnce = 4;
async function copyContents(registry, tree, from, to, carries = () => true) {
    const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
    if (from === to)
        return copied;
    const refused = tree.manifests.map(({ body }) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactTypeOf */ .Gh)(body) ?? '').find(type => !carries(type));
    if (refused !== undefined)
        throw new _contents_js__WEBPACK_IMPORTED_MODULE_2__/* .IncompleteError */ .j$(`${from}@${tree.root.digest} contains ${refused}, which is not copied from there`, 'find out who pushed it, and build the image again');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__.eachOf)(tree.blobs, atOnce, async (blob) => {
        const arrival = await registry.placeBlob(to, blob, from);
        copied[arrival] += 1;
        if (arrival === 'uploaded')
            copied.bytes += blob.size;
    });
    for (const manifest of tree.manifests) {
        const headers = await registry.putManifest(to, manifest);
        copied.listed = headers.has('oci-subject');
    }
    return copied;
}
async function readBack(registry, tree, repository, tags) {
    const read = async (at) => (await registry.manifest(repository, at))?.digest;
    for (const { digest } of tree.manifests) {
        const found = await eventually(registry, digest, () => read(digest));
        if (found === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} accepted ${digest}, but does not return it`, 'run the step again');
    }
    for (const tag of tags) {
        const found = await eventually(registry, tree.root.digest, () => read(tag));
        if (found === tree.root.digest)
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository}:${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(tag)} points to ${found ?? 'nothing'} instead of ${tree.root.digest}`, 'check whether another run moves this tag, then run the step again');
    }
}
function eventually(registry, expected, read) {
    const delay = (count) => (count === 1 ? 500 : 2000);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts: 3, unfinished: value => value !== expected, delay, ...registry.options }, read);
}


/***/ }),

/***/ 53302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ suffixes),
/* harmony export */   v7: () => (/* binding */ unitedSignatures),
/* harmony export */   w_: () => (/* binding */ legacyTag)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);



const suffixes = ['sig', 'att', 'sbom'];
function legacyTag(digest, suffix) {
    const tag = `${digest.replace(':', '-')}.${suffix}`;
    return tag.length <= 128 ? tag : undefined;
}
function unitedSignatures(there, ours) {
    const [base, more] = [readSignatures(there), readSignatures(ours)];
    if (base === undefined || more === undefined)
        return undefined;
    const known = new Set(base.layers.map(keyOf));
    const added = more.layers.filter(layer => !known.has(keyOf(layer)));
    if (added.length === 0)
        return there;
    const wanted = new Set(more.layers.map(keyOf));
    if (base.layers.every(layer => wanted.has(keyOf(layer))))
        return ours;
    const rootfs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(base.config.rootfs) ? base.config.rootfs : {};
    const diffs = Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
    const history = Array.isArray(base.config.history) ? base.config.history : [];
    const config = Buffer.from(JSON.stringify({
        ...base.config,
        history: [...history, ...added.map(() => ({ created: '0001-01-01T00:00:00Z' }))],
        rootfs: { ...rootfs, diff_ids: [...diffs, ...added.map(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer)?.digest)] },
    }));
    const descriptor = { ...base.descriptor, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(config), size: config.length };
    const document = { ...base.document, config: descriptor, layers: [...base.layers, ...added] };
    const body = Buffer.from(JSON.stringify(document));
    return { manifest: { ...there.manifest, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body), body }, config };
}
function readSignatures({ manifest, config }) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(manifest.body) ?? {};
    const { config: descriptor, layers } = document;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(descriptor) || !Array.isArray(layers))
        return undefined;
    const digest = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(descriptor)?.digest;
    if (digest === undefined || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(config, digest))
        return undefined;
    if (!layers.every(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer) !== undefined))
        return undefined;
    return { document, descriptor, layers, config: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(config) ?? {} };
}
function keyOf(layer) {
    const { digest } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
    const annotations = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer.annotations) ? layer.annotations : {};
    return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
}


/***/ }),

/***/ 59944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   putManifest: () => (/* binding */ putManifest)
/* harmony export */ });
/* unused harmony exports saysImmutable, remedyFor */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45096);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19288);





async function putManifest(session, manifest, tag, before) {
    const answer = await session.send(`manifests/${tag ?? manifest.digest}`, {
        method: 'PUT',
        type: manifest.mediaType,
        body: manifest.body,
        access: { act: 'write' },
        before,
        ...(tag === undefined ? {} : { forbidden: 'manual' }),
    });
    if (answer.status >= 200 && answer.status < 300) {
        session.options.stored?.();
        return answer.headers;
    }
    const refusal = tag === undefined ? undefined : refusalOf(session, answer, tag);
    if (refusal === undefined)
        throw answer.status === 404 ? (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .noRepository */ .G)(session) : session.failure(answer);
    const there = await session.get(`manifests/${tag}`, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypes */ .Fm);
    if (there !== undefined && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(there.body, manifest.digest))
        return answer.headers;
    throw refusal;
}
function saysImmutable({ status, body }) {
    if (status < 400 || status >= 500 || status === 429)
        return false;
    return status === 412 || /immutab|cannot be overwritten|already exists/i.test((0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)(body));
}
function refusalOf(session, answer, tag) {
    const name = `the tag ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(tag)} of ${session.name}`;
    const { status } = answer;
    if (saysImmutable(answer))
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} does not move ${name}, because its tags are immutable (${status})`, remedyFor(session.registry, answer, tag));
    if (status !== 403)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} does not allow this run to set ${name} (403)`, 'log in with an account that may (on GitHub, give the job `packages: write`), or check whether the tag is protected there');
}
function remedyFor(registry, answer, tag) {
    const setting = settingOf(registry, answer);
    if (/^sha(256|512)-/.test(tag))
        return `${setting ?? 'allow tags that begin with sha256- to be moved, in the settings of the registry'}: such tags list what is attached to images`;
    return `push under a new version, or ${setting ?? 'allow this tag to be moved, in the settings of the registry'}`;
}
function settingOf(registry, { status, body }) {
    if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(registry))
        return 'exclude it from the immutability of the repository (IMMUTABLE_WITH_EXCLUSION in Amazon ECR)';
    if (status === 412 || /configured as immutable/i.test((0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)(body)))
        return "exclude it from the project's rules of tag immutability (Policy in Harbor)";
    return undefined;
}


/***/ }),

/***/ 84578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ betweenLooks),
/* harmony export */   d: () => (/* binding */ looks),
/* harmony export */   settleTag: () => (/* binding */ settleTag)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);
/* harmony import */ var _put_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59944);





const calmMs = 600;
const looks = 3;
const betweenLooks = () => (calmMs / looks) * (0.75 + Math.random() / 2);
const mostWrites = 12;
const queues = new WeakMap();
function settleTag(session, tag, next) {
    const tags = queues.get(session) ?? new Map();
    queues.set(session, tags);
    const queue = tags.get(tag) ?? (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__.serialQueue)();
    tags.set(tag, queue);
    return queue(() => settle(session, tag, next));
}
async function settle(session, tag, next) {
    let writes = 0;
    let left = 0;
    do {
        const wanted = await next(await session.get(`manifests/${tag}`, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestTypes */ .Fm));
        if (wanted === undefined)
            left -= 1;
        else {
            if (writes === mostWrites)
                throw notKept(session, tag);
            await (0,_put_js__WEBPACK_IMPORTED_MODULE_3__.putManifest)(session, wanted, tag);
            writes += 1;
            left = looks;
        }
        if (left > 0)
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(betweenLooks(), session.options);
    } while (left > 0);
}
function notKept({ registry, name }, tag) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} does not keep what is written under the tag ${tag} of ${name}`, 'check the tag and which other client writes it, then run the step again');
}


/***/ }),

/***/ 45278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ keepSignatures),
/* harmony export */   x: () => (/* binding */ signaturesIn)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53302);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);



async function keepSignatures(registry, repository, tag, ours) {
    let all = ours;
    let kept = true;
    await registry.changeTag(repository, tag, async (answer) => {
        if (answer !== undefined) {
            const there = { digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(answer.body), mediaType: ours.manifest.mediaType, body: answer.body };
            if (there.digest === all.manifest.digest)
                return undefined;
            const theirs = await signaturesIn(registry, repository, there);
            const united = theirs && (0,_legacy_js__WEBPACK_IMPORTED_MODULE_1__/* .unitedSignatures */ .v7)(theirs, all);
            kept = united !== undefined;
            if (united === undefined)
                return undefined;
            all = united;
            if (united.manifest.digest === there.digest)
                return undefined;
        }
        if (all !== ours)
            await registry.putBytes(repository, all.config);
        return all.manifest;
    });
    return kept;
}
async function signaturesIn(registry, repository, manifest) {
    try {
        const contents = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentsOf */ .KD)(manifest, repository);
        if (contents.kind !== 'image')
            return undefined;
        const config = await registry.blob(repository, contents.config.digest);
        return config && { manifest, config };
    }
    catch (error) {
        if (error instanceof _contents_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteError */ .j$)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 19288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ noRepository),
/* harmony export */   placeBlob: () => (/* binding */ placeBlob),
/* harmony export */   uploadBlob: () => (/* binding */ uploadBlob)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45096);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50968);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81);




const writing = { act: 'write' };
async function placeBlob(session, blob, source) {
    if (await hasBlob(session, blob.digest))
        return 'present';
    const begun = await mount(session, blob.digest, source.mountFrom);
    if (begun?.status === 201)
        return 'mounted';
    await uploadBlob(session, blob, source.open, begun);
    return 'uploaded';
}
async function hasBlob(session, digest) {
    const { status } = await session.send(`blobs/${digest}`, {
        method: 'HEAD',
        accept: ['*/*'],
        access: writing,
    });
    return status === 200;
}
async function mount(session, digest, from) {
    if (from === undefined)
        return undefined;
    const query = new URLSearchParams({ mount: digest, from });
    const request = { method: 'POST', access: { act: 'write', mountFrom: from } };
    const answer = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorOf */ .zb)(() => session.send(`blobs/uploads/?${query}`, request));
    return answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? undefined : answer;
}
const worthAsking = 1024 * 1024;
function uploadBlob(session, blob, open, begun) {
    let stand = begun?.status === 202 ? uploadStateOf(session, begun) : undefined;
    let failed;
    return (0,_verified_js__WEBPACK_IMPORTED_MODULE_3__.restarting)(session.registry, session.options, async () => {
        if (failed !== undefined) {
            if (blob.size >= worthAsking && (await hasBlob(session, blob.digest)))
                return;
            stand = await resumed(session, blob, failed);
        }
        stand ??= await begin(session);
        const { url, from } = withDigest(stand, blob.digest);
        failed = stand;
        stand = undefined;
        const headers = await session.headersFor(url, { access: writing });
        if (from > 0)
            headers.set('content-range', `${from}-${blob.size - 1}`);
        const put = async () => (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .putStream */ .WV)(url, headers, { stream: await open(from), size: blob.size - from }, session.options);
        const answer = await put().catch(error => {
            if (error instanceof _verified_js__WEBPACK_IMPORTED_MODULE_3__.AlteredError)
                failed = undefined;
            throw error;
        });
        if (answer.status === 201 || answer.status === 204)
            return;
        if (answer.status === 401 && url.host !== session.address('').host)
            throw demandsLogin(session, url);
        const altered = answer.status === 400 && (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .complaint */ .U4)(answer.body).startsWith('DIGEST_INVALID');
        if (from > 0 || altered)
            failed = undefined;
        const again = from > 0 || altered || (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .isTemporary */ .ey)(answer.status) || [401, 404, 416].includes(answer.status);
        if (again)
            throw new _verified_js__WEBPACK_IMPORTED_MODULE_3__.RetryLaterError(session.failure(answer), (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseAsked */ .LA)(answer));
        throw session.failure(answer);
    });
}
const demandsLogin = ({ registry, name }, { origin }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} takes uploads to ${name} at ${origin}, which requires credentials (401)`, 'correct the name of the registry, or ask its operator for uploads that need no other login');
async function begin(session) {
    const begun = await session.send('blobs/uploads/', { method: 'POST', access: writing });
    if (begun.status === 404)
        throw noRepository(session);
    if (begun.status !== 202)
        throw session.failure(begun);
    const stand = uploadStateOf(session, begun);
    if (stand !== undefined)
        return stand;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} accepts an upload to ${session.name}, but names no valid address for it`, 'check the registry, or a proxy in front of it that changes addresses');
}
async function resumed(session, { size }, { url }) {
    const path = url.host === session.address('').host ? session.pathOf(url) : undefined;
    if (size < worthAsking || path === undefined)
        return undefined;
    const request = { accept: ['*/*'], access: writing };
    const answer = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorOf */ .zb)(() => session.send(path, request));
    if (answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || answer.status >= 300)
        return undefined;
    const last = /^(?:bytes=)?0-(\d+)$/.exec(answer.headers.get('range') ?? '')?.[1];
    const from = Number(last) + 1;
    if (!(from >= worthAsking && from < size))
        return undefined;
    return { url: uploadStateOf(session, answer)?.url ?? url, from };
}
function uploadStateOf(session, { headers }) {
    const location = headers.get('location');
    const base = session.address('blobs/uploads/');
    if (location === null || !URL.canParse(location, base.href))
        return undefined;
    const url = new URL(location, base);
    const secure = new URL((0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(session.registry)).protocol === 'https:';
    if (secure && url.protocol === 'http:')
        url.protocol = 'https:';
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
        return undefined;
    return { url, from: 0 };
}
function withDigest({ url, from }, digest) {
    const whole = new URL(url);
    whole.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
    return { url: whole, from };
}
function noRepository(session) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} has no repository ${session.name}`, 'create it there, or correct `repository` in slipway.yml');
}


/***/ }),

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AlteredError: () => (/* binding */ AlteredError),
/* harmony export */   RetryLaterError: () => (/* binding */ RetryLaterError),
/* harmony export */   isTransient: () => (/* binding */ isTransient),
/* harmony export */   restarting: () => (/* binding */ restarting),
/* harmony export */   saveBlob: () => (/* binding */ saveBlob),
/* harmony export */   verified: () => (/* binding */ verified)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50968);







class AlteredError extends Error {
}
class RetryLaterError extends Error {
    final;
    after;
    constructor(final, after) {
        super(final.message);
        this.final = final;
        this.after = after;
    }
}
async function* verified(stream, { digest, size }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    let seen = 0;
    for await (const chunk of stream) {
        seen += chunk.length;
        if (seen > size)
            throw new AlteredError(`more than ${size} bytes arrived for ${digest}`);
        hash.update(chunk);
        yield chunk;
    }
    if (seen < size)
        throw new AlteredError(`${seen} of ${size} bytes arrived for ${digest}`);
    if (`${digest.split(':', 1)[0]}:${hash.digest('hex')}` !== digest)
        throw new AlteredError(`the bytes do not match ${digest}`);
}
function saveBlob(registry, repository, blob, path, signal) {
    return restarting(repository, registry.options, () => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(registry.openBlob(repository, blob)), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(path), ...(signal === undefined ? [] : [{ signal }])));
}
function restarting(registry, options, attempt) {
    const temporary = (error) => !options.signal?.aborted && isTransient(error);
    const delay = (count, error) => (error instanceof RetryLaterError ? error.after : undefined) ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseAfter */ .l0)(count);
    const sleep = (milliseconds) => (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseFor */ .Q1)(registry, milliseconds, options);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ attempts: _transport_js__WEBPACK_IMPORTED_MODULE_6__/* .attempts */ .r2, temporary, delay, sleep }, attempt).catch(error => {
        if (options.signal?.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelled */ .KW)();
        throw isTransient(error) ? explained(registry, error) : error;
    });
}
function explained(registry, error) {
    if (error instanceof RetryLaterError)
        return error.final;
    if (!(error instanceof AlteredError))
        return (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .unreachable */ .HB)(registry, error);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the registry ${registry} sent wrong content: ${error.message}`, 'try again; if it happens again, the registry or a proxy in front of it alters content', { cause: error });
}
function isTransient(error) {
    if (!(error instanceof Error) || error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
        return false;
    if (error instanceof AlteredError || error instanceof RetryLaterError || error.name === 'TimeoutError')
        return true;
    if (error instanceof TypeError)
        return /fetch failed|terminated/.test(error.message);
    return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
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
