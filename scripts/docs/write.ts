import { writeFileSync } from 'node:fs';
import { vendors } from '../vendors';
import { commonEventFile, commonEventPage } from './commonEvent';
import { issueForm, issueFormFile } from './issueForm';
import { writeMockData } from './mockData';
import { unknownsFile, unknownsPage } from './unknowns';
import { vendorFile, vendorPage } from './vendorPage';
import { versionsFile, versionsPage } from './versions';

/** `npm run docs`: writes what is generated: whole pages, tables in others, and mock data. */
writeFileSync(commonEventFile, commonEventPage());
writeFileSync(unknownsFile, unknownsPage());
writeFileSync(issueFormFile, issueForm());
writeFileSync(versionsFile, versionsPage());
writeMockData();
for (const vendor of vendors) writeFileSync(vendorFile(vendor), vendorPage(vendor));
