import { z } from 'zod';

/** Before any schema is parsed: zod otherwise probes `new Function`, which the page's policy reports as a violation. */
z.config({ jitless: true });
