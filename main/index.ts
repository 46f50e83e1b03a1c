import { fileURLToPath } from 'node:url';
import { startDesktop } from './desktop/app';

/** The desktop's entry. The built folder holds `main`, `preload` and `renderer` side by side. */
startDesktop(fileURLToPath(new URL('..', import.meta.url)));
