import type { Product } from './orders.ts';

/** Renders the home page. */
export function shopPage(greeting: string, version: string, products: readonly Product[]): string {
  const rows = products.map(
    product => `<tr><td>${escapeHtml(product.name)}</td><td>${(product.price / 100).toFixed(2)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Shop</title></head>
<body>
<h1>${escapeHtml(greeting)}</h1>
<table><tr><th>Product</th><th>Price</th></tr>${rows.join('')}</table>
<p>Version ${escapeHtml(version)}</p>
</body>
</html>
`;
}

/** The response of a single-page application to any path: it looks healthy, but proves nothing. */
export const spaPage = '<!doctype html>\n<html lang="en"><title>Shop</title><div id="app"></div></html>\n';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
