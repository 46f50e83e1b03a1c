import { mood } from './mood';

/** Asks a command's own words above another list: a number typed by its place would choose what it says here. */
export const changedMenu = mood({
  name: 'changed-menu',
  asks: {
    before: 'tophosts',
    says: '\nSort results by:\n\n1. Nothing, and drop them from the list\n2. Nothing, and retry them at once\n',
    prompt: '[1]> ',
    wouldChange: 'item of a changed menu',
  },
});
