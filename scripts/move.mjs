import './node20.mjs';
import { main } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

await main(() => runTypeScript('scripts/packages/move.ts'));
