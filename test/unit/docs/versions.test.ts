import { readFileSync } from 'node:fs';
import { versionsFile, versionsPage } from '../../../scripts/docs/versions';

test('the page on versions is as "npm run docs" writes it', () => {
	expect(readFileSync(versionsFile, 'utf8')).toBe(versionsPage());
});
