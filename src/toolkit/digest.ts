/**
 * Shortens the digests in a text, such as `acme/shop@sha256:…`, to `sha256:` and twelve characters, for sentences and summaries. Outputs
 * and records have them whole. Pure.
 */
export const shortDigests = (text: string): string =>
  text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');
