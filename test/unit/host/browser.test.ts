import { existsSync } from 'node:fs';
import { findChromium } from '../../../host/browser';

const { CHROMIUM } = process.env;
afterEach(() => {
	if (CHROMIUM === undefined) delete process.env.CHROMIUM;
	else process.env.CHROMIUM = CHROMIUM;
});

test('takes what CHROMIUM names', () => {
	process.env.CHROMIUM = process.execPath;
	expect(findChromium()).toBe(process.execPath);
});

test('does not take another one where CHROMIUM names what is missing', () => {
	process.env.CHROMIUM = '/nowhere/chromium';
	expect(findChromium).toThrow('/nowhere/chromium, which is missing');
});

test.each([undefined, ''])('looks at the usual places where CHROMIUM is %p', (value) => {
	if (value === undefined) delete process.env.CHROMIUM;
	else process.env.CHROMIUM = value;
	const found = findChromium();
	expect(found === undefined || existsSync(found)).toBe(true);
});
