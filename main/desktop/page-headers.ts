/**
 * The page's content security policy. Nothing from outside, no inline script, no frame, no form, no connection:
 * everything the page knows comes over the contract. Styles: our own files, and style elements that carry the nonce
 * of this very answer (Mantine writes its variables into one).
 */
const policy = (nonce: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The headers of every answer of `app://bundle`; `nonce` only where the answer is a page. */
export const securityHeaders = (nonce: string | null): Record<string, string> => ({
  'content-security-policy': policy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
