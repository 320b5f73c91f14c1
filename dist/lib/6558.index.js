export const id = 6558;
export const ids = [6558];
export const modules = {

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

/***/ 57264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ ParseError),
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/lines.js
function join(lines, first, escapeChar) {
    const starts = [];
    const ending = new RegExp(`${escapeChar === '\\' ? '\\\\' : '`'}[ \\t]*$`);
    const parts = [];
    let offset = 0;
    lines.forEach((line, index) => {
        if (index > 0 && /^\s*(#.*)?$/.test(line))
            return;
        starts.push({ offset, line: first + index });
        const part = line.replace(/\r$/, '').replace(ending, '');
        parts.push(part);
        offset += part.length;
    });
    return { text: parts.join(''), lineAt: lineIn(starts, first) };
}
function verbatim(lines, first) {
    let offset = 0;
    const starts = lines.map((line, index) => {
        const start = { offset, line: first + index };
        offset += line.length + 1;
        return start;
    });
    return { text: lines.join('\n'), lineAt: lineIn(starts, first) };
}
function lineIn(starts, first) {
    return offset => {
        let [low, high] = [0, starts.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((starts[middle]?.offset ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return starts[low - 1]?.line ?? first;
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/parse.js



class ParseError extends Error {
    line;
    constructor(line, cause) {
        super(`line ${line} cannot be read`, { cause });
        this.line = line;
    }
}
function parseDockerfile(text) {
    const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
    const ast = heldBy(1, () => main.DockerfileParser.parse(source));
    const lines = source.split(/\r?\n/);
    const escapeChar = ast.getEscapeCharacter() === '`' ? '`' : '\\';
    const instructions = ast
        .getInstructions()
        .map(node => heldBy(node.getRange().start.line + 1, () => instructionOf(node, lines, escapeChar)));
    return {
        lines,
        escapeChar,
        instructions,
        comments: ast.getComments().map(comment => ({
            line: comment.getRange().start.line + 1,
            text: comment.getContent() ?? '',
        })),
        ambiguous: ambiguousIn(instructions, lines, escapeChar),
    };
}
function heldBy(line, read) {
    try {
        return read();
    }
    catch (error) {
        throw new ParseError(line, error);
    }
}
function instructionOf(node, lines, escapeChar) {
    const keyword = node.getKeyword();
    const range = node.getRange();
    const trigger = keyword === 'ONBUILD' ? triggerOf(node) : undefined;
    if (trigger !== undefined)
        return { ...instructionOf(trigger, lines, escapeChar), onbuild: true };
    const start = node.getArgumentsRange()?.start ?? range.end;
    const heredocs = heredocsOf(node, lines);
    const [firstHeredoc] = heredocs;
    const end = firstHeredoc === undefined ? range.end : { line: firstHeredoc.from - 1, character: -1 };
    const body = join(between(lines, start, end), start.line + 1, escapeChar);
    return {
        keyword,
        line: range.start.line + 1,
        endLine: range.end.line + 1,
        flags: flagsOf(node),
        body,
        heredocs: heredocs.map(({ name, body }) => ({ name, body })),
        json: jsonOf(keyword, body.text),
        onbuild: false,
    };
}
const triggerOf = (node) => node.getTriggerInstruction?.() ?? undefined;
const flagsOf = (node) => (node.getFlags?.() ?? []).map(flag => ({
    name: flag.getName().toLowerCase(),
    value: flag.getValue() ?? '',
}));
function heredocsOf(node, lines) {
    return (node.getHeredocs?.() ?? []).map(each => {
        const content = each.getContentRange();
        const delimiter = each.getDelimiterRange();
        const from = content?.start.line ??
            delimiter?.start.line ??
            Math.min(each.getStartRange().start.line + 1, lines.length);
        const to = content === null ? from : content.end.line + 1;
        return { name: each.getName(), from, body: verbatim(lines.slice(from, to), from + 1) };
    });
}
function between(lines, start, end) {
    return lines.slice(start.line, end.line + 1).map((line, index, all) => {
        const to = index === all.length - 1 && end.character >= 0 ? end.character : line.length;
        return line.slice(index === 0 ? start.character : 0, to);
    });
}
const inJson = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];
function jsonOf(keyword, text) {
    if (!inJson.includes(keyword) || !text.trimStart().startsWith('['))
        return undefined;
    const value = (0,map/* jsonIn */.Yf)(text);
    return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined;
}
function ambiguousIn(instructions, lines, escapeChar) {
    const doubled = escapeChar === '\\' ? /\\\\[ \t]*$/ : /``[ \t]*$/;
    return instructions.flatMap(({ line, endLine, heredocs }) => {
        const verbatimFrom = heredocs.length === 0 ? endLine : (heredocs[0]?.body.lineAt(0) ?? endLine) - 1;
        const found = [];
        for (let at = line; at < verbatimFrom; at++)
            if (doubled.test(lines[at - 1] ?? ''))
                found.push(at);
        return found;
    });
}


/***/ }),

/***/ 10352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   dR: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function stagesOf(file, given) {
    const first = file.instructions.findIndex(each => each.keyword === 'FROM');
    if (first < 0)
        return [];
    const globals = argumentsOf(file.instructions.slice(0, first), file, given);
    const stages = [];
    file.instructions.forEach((from, start) => {
        if (from.keyword !== 'FROM' || from.onbuild)
            return;
        const rest = file.instructions.slice(start + 1);
        const next = rest.findIndex(each => each.keyword === 'FROM' && !each.onbuild);
        const instructions = next < 0 ? rest : rest.slice(0, next);
        const [written, as, name] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(from.body.text, file.escapeChar).map(({ text }) => text);
        const base = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(written ?? '', globals);
        const parent = stages.findLast(stage => stage.name !== undefined && stage.name === base?.toLowerCase());
        stages.push({
            index: stages.length,
            name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
            from,
            written: written ?? '',
            base,
            parent,
            instructions,
            variables: variablesOf(instructions, file, { given, globals }, parent?.variables ?? {}),
            posix: isPosix(instructions, base ?? '', parent, file),
        });
    });
    return stages;
}
function targetOf(stages, target) {
    if (target === undefined)
        return stages.at(-1);
    const named = stages.find(stage => stage.name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
function chainOf(stage) {
    return stage === undefined ? [] : [...chainOf(stage.parent), stage];
}
function stageNamed(stages, name, before) {
    return stages
        .slice(0, before)
        .findLast(stage => stage.name === name.toLowerCase() || String(stage.index) === name);
}
function argumentsOf(instructions, file, given) {
    let known = { ...given };
    for (const each of instructions) {
        if (each.keyword !== 'ARG')
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            const set = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? (value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known));
            if (set !== undefined)
                known = { ...known, [name]: set };
        }
    }
    return known;
}
function variablesOf(instructions, file, { given, globals }, inherited) {
    const known = { ...inherited };
    const environment = new Set();
    for (const each of instructions) {
        if (each.onbuild || (each.keyword !== 'ARG' && each.keyword !== 'ENV'))
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            if (each.keyword === 'ARG' && environment.has(name))
                continue;
            const own = value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known);
            const set = each.keyword === 'ENV' ? own : ((0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? own ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(globals, name));
            if (each.keyword === 'ENV')
                environment.add(name);
            if (set === undefined)
                delete known[name];
            else
                known[name] = set;
        }
    }
    return known;
}
const windowsShells = /(^|[\\/])(powershell|pwsh|cmd)(\.exe)?$/i;
function isPosix(instructions, base, parent, file) {
    const shell = instructions.findLast(each => each.keyword === 'SHELL' && !each.onbuild)?.json?.[0];
    if (shell !== undefined)
        return !windowsShells.test(shell);
    if (parent !== undefined)
        return parent.posix;
    return file.escapeChar === '\\' && !/\/windows(\/|servercore|:|$)|nanoserver|servercore/.test(base);
}


/***/ }),

/***/ 63166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
function pairsOf({ keyword, body }, escapeChar) {
    const words = splitWords(body.text, escapeChar);
    const [first] = words;
    if (first === undefined)
        return [];
    const lineOf = (word) => body.lineAt(word.offset);
    if (keyword !== 'ARG' && !first.text.includes('=')) {
        const from = body.text.indexOf(first.text, first.offset) + first.text.length;
        return [{ name: first.text, value: body.text.slice(from).trim(), line: lineOf(first) }];
    }
    return words.map(word => {
        const equals = word.text.indexOf('=');
        return equals < 0
            ? { name: word.text, value: undefined, line: lineOf(word) }
            : { name: word.text.slice(0, equals), value: word.text.slice(equals + 1), line: lineOf(word) };
    });
}
function splitWords(text, escapeChar) {
    const words = [];
    let at = 0;
    while (at < text.length) {
        if (/\s/.test(text[at] ?? '')) {
            at += 1;
            continue;
        }
        const offset = at;
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            const char = text[at] ?? '';
            if (quote === '' && /\s/.test(char))
                break;
            if (char === quote)
                quote = '';
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
                at += 1;
                word += text[at];
            }
            else
                word += char;
        }
        words.push({ text: word, offset });
    }
    return words;
}
const valueIn = (variables, name) => Object.hasOwn(variables, name) ? variables[name] : undefined;
function expand(text, variables) {
    let known = true;
    const expanded = text.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|(\{))/g, (_, plain, braced, operator, word = '') => {
        const name = plain ?? braced;
        if (name === undefined) {
            known = false;
            return '';
        }
        const value = valueIn(variables, name);
        const missing = value === undefined || (operator?.startsWith(':') === true && value === '');
        if (operator?.endsWith('+'))
            return missing ? '' : (expand(word, variables) ?? '');
        if (!missing)
            return value;
        if (operator?.endsWith('-')) {
            const usual = expand(word, variables);
            if (usual !== undefined)
                return usual;
        }
        known = false;
        return '';
    });
    return known ? expanded : undefined;
}
function platformVariables(target, build) {
    const of = (prefix, platform) => {
        const [os = '', architecture = '', variant = ''] = platform.split('/');
        return {
            [`${prefix}PLATFORM`]: platform,
            [`${prefix}OS`]: os,
            [`${prefix}ARCH`]: architecture,
            [`${prefix}VARIANT`]: variant,
        };
    };
    return { ...of('TARGET', target), ...of('BUILD', build) };
}


/***/ }),

/***/ 66558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stalenessOf: () => (/* binding */ stalenessOf)
/* harmony export */ });
/* unused harmony export baseOf */
/* harmony import */ var _image_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24737);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57264);
/* harmony import */ var _dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10352);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63166);






function baseOf({ text, args, target, ours }, platform) {
    try {
        const stages = (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .stagesOf */ .ZL)((0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDockerfile */ .A)(text), { ...(0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .platformVariables */ .d3)(platform, platform), ...args });
        const [first] = (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .chainOf */ .dR)((0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(stages, target));
        if (first === undefined)
            return { kind: 'unknown', why: 'the Dockerfile has no such stage' };
        const { base, written } = first;
        if (base === undefined)
            return { kind: 'unknown', why: `${written} has a variable without a value` };
        if (base === 'scratch')
            return { kind: 'none' };
        return ours.includes(base) ? { kind: 'own' } : { kind: 'image', reference: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(base) };
    }
    catch (error) {
        if (error instanceof _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .ParseError */ .m)
            return { kind: 'unknown', why: 'its Dockerfile cannot be parsed' };
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            return { kind: 'unknown', why: error.message };
        throw error;
    }
}
async function stalenessOf(source, image, look) {
    let known;
    for (const { platform, layers } of image.platforms) {
        const base = baseOf(source, (0,_image_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(platform));
        if (base.kind === 'none')
            return { stale: false, why: 'it is built from scratch' };
        if (base.kind === 'own')
            return { stale: false, why: 'it is built from an image of the same slipway.yml' };
        if (base.kind === 'unknown')
            return { why: base.why };
        const { digest, tag, ...rest } = base.reference;
        const name = `${rest.repository}${tag === undefined && digest !== undefined ? '' : `:${tag ?? 'latest'}`}`;
        if (tag === undefined && digest !== undefined)
            return { base: name, why: 'it is named only by its digest, so its current version is unknown' };
        const now = await look({ ...rest, tag: tag ?? 'latest' });
        if (now === undefined)
            return { base: name, why: 'its tag no longer exists' };
        const below = now.platforms.find(each => (0,_image_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(each.platform) === (0,_image_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(platform));
        if (below === undefined)
            return { base: name, why: `it no longer exists for ${platform}` };
        const begins = below.layers.every((layer, index) => layers[index]?.digest === layer.digest);
        const renew = digest === undefined ? 'rebuild it' : 'update the digest in the Dockerfile, and rebuild it';
        if (!begins)
            return {
                base: name,
                stale: true,
                why: `for ${platform} it does not start with the current layers of ${name}; ${renew}`,
            };
        known = { base: name, stale: false, why: `it starts with the current layers of ${name}` };
    }
    return known ?? { why: 'it has no platforms' };
}


/***/ })

};
