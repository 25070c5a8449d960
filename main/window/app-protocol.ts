import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const scheme = 'app';
const host = 'tickmark';
export const appPage = `${scheme}://${host}/index.html`;

/** Node gives a scheme of one's own no origin, so its two parts are compared. */
export const isAppUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${scheme}:` && url.host === host;
};

const rendererFolder = join(__dirname, '../renderer');

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Nothing inline runs, nothing remote is loaded. Two exceptions, each for a library: styles that are inserted at run time
 * carry the nonce of this page (Mantine, CodeMirror), and the query editor draws tabs with a picture that is written out
 * in its style sheet (`data:`).
 */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Has to be called before the application is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
};

const fileOf = (url: string): string | undefined => {
  const file = normalize(join(rendererFolder, decodeURIComponent(new URL(url).pathname)));
  return isAppUrl(url) && file.startsWith(rendererFolder + sep) ? file : undefined;
};

/** What the page has to know before its first paint: it would flash in other colours and another language else. */
export interface FirstPaint {
  colorScheme: 'light' | 'dark';
  language: 'system' | 'en' | 'de';
  systemLanguage: 'en' | 'de';
}

const fillPage = (page: Buffer, nonce: string, { colorScheme, language, systemLanguage }: FirstPaint): string =>
  page
    .toString('utf8')
    .replaceAll('__STYLE_NONCE__', nonce)
    .replaceAll('__COLOR_SCHEME__', colorScheme)
    .replaceAll('__LANGUAGE__', language)
    .replaceAll('__SYSTEM_LANGUAGE__', systemLanguage);

/** Serves the built renderer, and nothing else, under `app://tickmark/`. The page waits for `readFirstPaint`. */
export const serveApp = (readFirstPaint: () => Promise<FirstPaint>): void => {
  protocol.handle(scheme, async ({ url }) => {
    const file = fileOf(url);
    if (!file) return new Response('Not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    try {
      const content = await readFile(file);
      const type = contentTypes[extname(file)] ?? 'application/octet-stream';
      const body =
        extname(file) === '.html' ? fillPage(content, nonce, await readFirstPaint()) : new Uint8Array(content);
      return new Response(body, {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy(nonce),
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
};
