import { writeFileSync } from 'node:fs';
import { commonEventFile, commonEventPage } from './commonEvent';
import { unknownsFile, unknownsPage } from './unknowns';

/** `npm run docs`: writes the pages that are generated. */
writeFileSync(commonEventFile, commonEventPage());
writeFileSync(unknownsFile, unknownsPage());
