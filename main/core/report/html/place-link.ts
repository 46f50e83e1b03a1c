import type { Words } from '../../texts';
import { type Place, shownPlace } from '../place';
import { html, type Markup } from './markup';

/** Relative to the report, for a bundle that was unpacked; each part encoded, so that it cannot lead elsewhere. */
const address = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`;

/** `evidence/esa1/tophosts-7.txt, line 14` as a link to the file beside the report. */
export const placeLink = (place: Place | null, lines: number, words: Words): Markup | null => {
  if (place === null) return null;
  const shown =
    place.line === null || lines > 1
      ? shownPlace(place.path)
      : words.say('report:placeLine', { path: shownPlace(place.path), line: place.line });
  return html`<a href="${address(place.path)}">${shown}</a>`;
};
