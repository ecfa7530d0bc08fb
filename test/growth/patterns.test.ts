import { growth, MAX_GROWTH } from '../support/growth';
import { longRuns, patterns } from '../support/patterns';

const found = patterns();

test('the patterns of what is shipped are found', () => {
	expect(found.length).toBeGreaterThan(50);
});

test.each(found)('$where $pattern takes time in proportion to the text', async ({ pattern }) => {
	for (const input of longRuns(pattern)) {
		const work = (text: string) => text.replace(pattern, '');
		const found = await growth({ input, work, from: 2048, to: 32_768 });
		if (found > MAX_GROWTH) throw new Error(`${found} times the work: ${input(32)}`);
	}
});
