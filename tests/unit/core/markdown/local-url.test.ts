import { describe, expect, it } from 'vitest';
import { isDataImage, isLinkUrl, isLocalUrl, isRemoteUrl } from '../../../../src/core/markdown/local-url.ts';

describe('isLocalUrl', () => {
  it.each([
    'a.png',
    './a.png',
    'images/map 1 (final).svg',
    'a/../b.png',
    '図.png',
    'a%20b.png',
    'a.png?x#y',
    '..a/b',
    '?x',
  ])('%j is a file of the deck', (url) => {
    expect(isLocalUrl(url)).toBe(true);
  });

  it.each([
    '',
    '/a.png',
    '//a/b',
    '../a.png',
    'a/../../b',
    '%2e%2e/a',
    '.%2E/a',
    'a%2f..%2f..%2fb',
    'a%5cb',
    'a\\b',
    '\\\\host\\a',
    'http://a',
    'HTTPS:a',
    'javascript:a',
    'java\nscript:a',
    '\tjavascript:a',
    'data:text/html,a',
    'file:///a',
    'c:a',
    'blob:a',
    'a\u0000',
    'a%00',
  ])('%j is not', (url) => {
    expect(isLocalUrl(url)).toBe(false);
  });
});

describe('isDataImage', () => {
  it.each(['data:image/png;base64,AA', 'DATA:IMAGE/SVG+XML;utf8,<svg/>', 'data:image/webp,a'])('%j', (url) =>
    expect(isDataImage(url)).toBe(true),
  );
  it.each(['data:text/html,a', 'data:image/png', 'data:application/xml,a', ' data:image/png,a', 'data:image/bmp,a'])(
    'not %j',
    (url) => expect(isDataImage(url)).toBe(false),
  );
});

describe('isLinkUrl', () => {
  it.each(['https://a', 'http://a/b', 'mailto:a@b', '#a', '#/2/1', 'paper.pdf'])('%j', (url) =>
    expect(isLinkUrl(url)).toBe(true),
  );
  it.each([
    'javascript:a',
    'JaVaScRiPt:a',
    'java\tscript:a',
    '//a',
    'data:text/html,a',
    'vbscript:a',
    'file:///a',
    'smb://a',
    'ms-word:a',
    'https:a',
    '\u0001https://a',
  ])('not %j', (url) => expect(isLinkUrl(url)).toBe(false));
});

describe('isRemoteUrl', () => {
  it.each(['https://a', '//a', ' ht\ntp://a', '\\\\a', 'wss://a', '/\\a'])('%j', (url) =>
    expect(isRemoteUrl(url)).toBe(true),
  );
  it.each(['a.png', '/a', 'data:image/png,a', 'httpsa'])('not %j', (url) => expect(isRemoteUrl(url)).toBe(false));
});
