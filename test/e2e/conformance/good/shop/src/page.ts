import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The page, and the files that it names. They have the hash of their content in their names. */

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const style = `body { font-family: sans-serif; margin: 2rem auto; max-width: 40rem; }
${Array.from({ length: 60 }, (_, n) => `.tone-${n} { color: hsl(${n * 6} 60% 40%); }`).join('\n')}
`;

export const items = [
  { id: 1, name: 'Anchor', price: 12_900 },
  { id: 2, name: 'Compass', price: 4_950 },
  { id: 3, name: 'Lantern', price: 3_400 },
] as const;

/** @param script path of what runs in the browser. */
export function assetsFrom(script: string): readonly Asset[] {
  return [
    named('ui', 'js', 'text/javascript; charset=utf-8', readFileSync(script, 'utf8')),
    named('style', 'css', 'text/css; charset=utf-8', style),
  ];
}

function named(name: string, ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${ending}`, type, body };
}

export function pageWith(assets: readonly Asset[]): string {
  const [script, sheet] = assets;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Shop</title><link rel="stylesheet" href="${sheet?.path}"></head>
<body><h1>Shop</h1><ul id="items"></ul><script type="module" src="${script?.path}"></script></body>
</html>
`;
}
