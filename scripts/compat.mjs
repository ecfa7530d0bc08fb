import './node20.mjs';
import { main } from './run.mjs';
import { compat } from './n8n/compat.mjs';

await main(() => compat(process.argv.slice(2)));
