import { mood } from './mood';

/** Asks something that no command of the list asks. Enter would take the default, and the default is yes. */
export const asks = mood({
  name: 'asks',
  asks: {
    before: 'status',
    says: '\nYour changes will be lost with this session.\n\n',
    prompt: 'Do you want to commit them now? [Y]> ',
    wouldChange: 'commit',
  },
});
