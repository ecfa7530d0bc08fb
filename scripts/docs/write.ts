import { writeFileSync } from 'node:fs';
import { commonEventFile, commonEventPage } from './commonEvent';

/** `npm run docs`: writes the page that is generated. */
writeFileSync(commonEventFile, commonEventPage());
