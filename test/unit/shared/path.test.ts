import { isPlainPath, pathSegment } from '../../../nodes/shared/operations/path';

test.each([
	'/a',
	'/a/b-c_d.e',
	'/a;b=c',
	'/a%20b',
	'/a/..b',
	'/a/b../c',
	'/.well-known',
	'/a@b.com',
])('%s stays below the API', (path) => {
	expect(isPlainPath(path)).toBe(true);
});

test.each([
	...['', 'a', '//a', '/a?b', '/a#b', '/a\\b', '/a b', '/a\nb', '/ä'],
	...['/..', '/.', '/a/../b', '/a/./b', '/%2e%2E/b', '/.%2e', '/a/...'],
	...['/..%2fb', '/a%2F..%2Fb', '/..;/b', '/..%3b/b', '/..%5Cb'],
])('"%s" might not', (path) => {
	expect(isPlainPath(path)).toBe(false);
});

test.each([
	['17', '17'],
	['a/b?c#d', 'a%2Fb%3Fc%23d'],
	['a..', 'a..'],
	['grace@example.com', 'grace%40example.com'],
])('the segment %s is written %s', (value, segment) => {
	expect(pathSegment(value)).toBe(segment);
});

test.each(['', ' ', '.', '..', '...', ' . '])('"%s" is no segment', (value) => {
	expect(pathSegment(value)).toBeUndefined();
});
