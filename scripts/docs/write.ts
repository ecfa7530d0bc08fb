import { writeFileSync } from 'node:fs';
import { vendors } from '../vendors';
import { commonEventFile, commonEventPage } from './commonEvent';
import { issueForm, issueFormFile } from './issueForm';
import { unknownsFile, unknownsPage } from './unknowns';
import { vendorFile, vendorPage } from './vendorPage';

/** `npm run docs`: writes the pages that are generated, and the tables that are in the others. */
writeFileSync(commonEventFile, commonEventPage());
writeFileSync(unknownsFile, unknownsPage());
writeFileSync(issueFormFile, issueForm());
for (const vendor of vendors) writeFileSync(vendorFile(vendor), vendorPage(vendor));
