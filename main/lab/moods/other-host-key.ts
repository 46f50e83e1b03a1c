import { mood } from './mood';

/** Its host key is not the one that the site knows: reinstalled, or another machine in its place. */
export const otherHostKey = mood({ name: 'other-host-key', otherHostKey: true });
