import type { Settings } from '../../preload/contract';

/** Puts the chosen language and theme on the document; `system` leaves the choice to the media query. */
export const applySettings = (settings: Settings): void => {
  const root = document.documentElement;
  root.lang = settings.language;
  if (settings.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
};
