import { toBrackets } from '../../../nodes/Iadvize/api/brackets';

test.each([
	[{ full: 1, page: '2' }, 'full=1&page=2'],
	[{ filters: { name: '*a b&c*' } }, 'filters[name]=*a b&c*'],
	[
		{ chat: { available: true }, call: { available: false } },
		'chat[available]=1&call[available]=0',
	],
	[{ skill_list: [3, 4] }, 'skill_list[0]=3&skill_list[1]=4'],
	[{ name: '', none: null, missing: undefined, empty: {} }, 'name='],
])('%j as PHP reads it', (values, expected) => {
	const params = toBrackets(values);
	expect([...params].map(([name, value]) => `${name}=${value}`).join('&')).toBe(expected);
	// Encoded on the way, so that no value can add a parameter.
	expect(new URLSearchParams(params.toString()).size).toBe([...params].length);
});
