import { utcOfMs } from '../../../nodes/shared/fields';

test.each<[unknown, string | null]>([
	[1556866331000, '2019-05-03T06:52:11.000Z'],
	['1556866331000', '2019-05-03T06:52:11.000Z'],
	[999_999_999_999_999, '+033658-09-27T01:46:39.999Z'],
])('%j ms is %s', (value, told) => {
	expect(utcOfMs(value)).toBe(told);
});

test.each([0, '0', '', null, -1, 1556866331, '1556866331', '00001556866331', 1e21, '2019-05-03'])(
	'%j is no time in ms',
	(value) => {
		expect(utcOfMs(value)).toBeNull();
	},
);
