import { readFileSync } from 'node:fs';
import { fileOf, templates } from '../../../scripts/templates/catalogue';

test.each(Object.entries(templates))('%s is what "npm run templates" writes', (name, template) => {
	expect(JSON.parse(readFileSync(fileOf(name), 'utf8'))).toEqual(template);
});
